package org.ariane.router.dispatch.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reviewed sentences in one language, from `words_<language>.properties`, with `{name}` where a
/// value goes.
final class Words {
  static final List<String> LANGUAGES = List.of("fr", "nl", "de", "en");
  private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)\\}");

  private final Properties sentences = new Properties();

  Words(String language) {
    String file = "words_" + language + ".properties";
    try (InputStream in =
        Objects.requireNonNull(
            Words.class.getResourceAsStream("/org/ariane/router/dispatch/webhook/" + file), file)) {
      sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  java.util.Set<String> keys() {
    return sentences.stringPropertyNames();
  }

  Optional<String> find(String key) {
    return Optional.ofNullable(sentences.getProperty(key));
  }

  String say(String key) {
    return say(key, Map.of());
  }

  /// A name without a value stays empty. Values are never looked into.
  String say(String key, Map<String, String> values) {
    Matcher places = PLACE.matcher(find(key).orElse(key));
    return places.replaceAll(
        found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")));
  }

  /// The word for a code, or the code.
  String named(String group, String code) {
    return find(group + "." + code).orElse(code);
  }
}
