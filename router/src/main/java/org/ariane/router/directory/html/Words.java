package org.ariane.router.directory.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ariane.router.http.Exchange;

/// The words of pages in one language. Every language has every word: a test compares them.
public final class Words {
  public static final List<String> LANGUAGES = List.of("fr", "nl", "de", "en", "ar");
  private static final Map<String, Words> ALL = beside(Words.class);

  private final String language;
  private final Properties words;

  private Words(String language, Properties words) {
    this.language = language;
    this.words = words;
  }

  /// Those that lie beside a class, as `fr.properties`, by language.
  public static Map<String, Words> beside(Class<?> owner) {
    return LANGUAGES.stream()
        .collect(Collectors.toUnmodifiableMap(each -> each, each -> read(owner, each)));
  }

  private static Words read(Class<?> owner, String language) {
    Properties words = new Properties();
    try (InputStream in =
            Objects.requireNonNull(owner.getResourceAsStream(language + ".properties"));
        InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      words.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Words(language, words);
  }

  /// Those of a language; of French where it is none of the five.
  static Words of(String language) {
    Words words = ALL.get(language);
    return words == null ? Objects.requireNonNull(ALL.get("fr")) : words;
  }

  /// Those of the language that the address names (`lang`), or of the first that the browser asks
  /// for; where neither is one of [#LANGUAGES], the French ones.
  public static Words askedFor(Exchange exchange, Map<String, Words> all) {
    String language =
        exchange
            .query("lang")
            .or(() -> exchange.header("accept-language").flatMap(Words::preferred))
            .filter(all::containsKey)
            .orElse("fr");
    return Objects.requireNonNull(all.get(language));
  }

  private static Optional<String> preferred(String header) {
    try {
      return Optional.ofNullable(Locale.lookupTag(Locale.LanguageRange.parse(header), LANGUAGES));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static Words askedFor(Exchange exchange) {
    return askedFor(exchange, ALL);
  }

  public String language() {
    return language;
  }

  public Locale locale() {
    return Locale.forLanguageTag(language);
  }

  /// `rtl` or `ltr`.
  public String direction() {
    return language.equals("ar") ? "rtl" : "ltr";
  }

  /// A word with its values put in for `{0}`, `{1}` and so on.
  ///
  /// @throws IllegalArgumentException where there is no such word
  public String say(String key, String... values) {
    String word = words.getProperty(key);
    if (word == null) {
      throw new IllegalArgumentException("no word for " + key);
    }
    for (int i = 0; i < values.length; i++) {
      word = word.replace("{" + i + "}", values[i]);
    }
    return word;
  }

  public Stream<String> keys() {
    return words.stringPropertyNames().stream().sorted();
  }
}
