package org.ariane.chat.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.ariane.directory.service.Language;

/// The reviewed words of text messages, by language. Where one is missing at start nothing starts.
public final class TextWords {
  /// Each sentence that is said.
  public enum Key {
    WELCOME,
    AGAIN,
    JOINED,
    INTERRUPTED,
    ALERTED,
    PLACE_UNKNOWN,
    NOT_DURABLE,
    TRANSFER,
    TRANSFERRED,
    RETURNED,
    ENDED_OPERATOR,
    ENDED_UNANSWERED,
    ENDED_TOO_LONG,
    UNREADABLE,
    MISSED,
    FULL
  }

  private final Map<Language, Map<Key, String>> words;

  private TextWords(Map<Language, Map<Key, String>> words) {
    this.words = words;
  }

  /// The five languages of pages and prompts.
  public static TextWords shipped() {
    Map<Language, Map<Key, String>> words = new LinkedHashMap<>();
    for (Language language :
        List.of(Language.FR, Language.NL, Language.DE, Language.EN, Language.AR)) {
      words.put(language, read(language));
    }
    return new TextWords(words);
  }

  private static Map<Key, String> read(Language language) {
    String name = language.tag() + ".properties";
    Properties properties = new Properties();
    try (var in = TextWords.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing");
      }
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<Key, String> sentences = new LinkedHashMap<>();
    for (Key key : Key.values()) {
      String text = properties.getProperty(name(key), "");
      if (text.isBlank()) {
        throw new IllegalStateException(name + " lacks " + name(key));
      }
      sentences.put(key, text);
    }
    return sentences;
  }

  private static String name(Key key) {
    return key.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /// Those that it speaks.
  public List<Language> languages() {
    return List.copyOf(words.keySet());
  }

  /// The sentence with its gaps filled in, as `{service}`; French where the language has none.
  ///
  /// @param gaps names and values in turn
  public String say(Language language, Key key, String... gaps) {
    Map<Key, String> sentences =
        words.getOrDefault(language, words.getOrDefault(Language.FR, Map.of()));
    String text = sentences.getOrDefault(key, "");
    for (int i = 0; i + 1 < gaps.length; i += 2) {
      text = text.replace("{" + gaps[i] + "}", gaps[i + 1]);
    }
    return text;
  }
}
