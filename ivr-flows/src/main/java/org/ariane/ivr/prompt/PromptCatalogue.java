package org.ariane.ivr.prompt;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.ariane.directory.service.Language;

/// The reviewed text of every prompt in every language.
///
/// @param texts the languages in which everything can be said
/// @param few further languages with a few sentences only: enough to wait for a human, to ask for
///   the police, and to hear honestly when somebody who speaks it is there
public record PromptCatalogue(
    Map<Language, Map<PromptKey, String>> texts, Map<Language, Map<PromptKey, String>> few) {
  public PromptCatalogue {
    texts = copy(texts);
    few = copy(few);
  }

  public PromptCatalogue(Map<Language, Map<PromptKey, String>> texts) {
    this(texts, Map.of());
  }

  private static Map<Language, Map<PromptKey, String>> copy(
      Map<Language, Map<PromptKey, String>> texts) {
    Map<Language, Map<PromptKey, String>> copy = new LinkedHashMap<>();
    texts.forEach((language, prompts) -> copy.put(language, Map.copyOf(prompts)));
    return Collections.unmodifiableMap(copy);
  }

  /// Those in which everything can be said.
  public Set<Language> languages() {
    return texts.keySet();
  }

  /// Those with a few sentences.
  public Set<Language> others() {
    return few.keySet();
  }

  public Optional<String> text(Language language, PromptKey key) {
    return Optional.ofNullable(
        texts.getOrDefault(language, few.getOrDefault(language, Map.of())).get(key));
  }

  /// Reads the content of one `<language>.properties` file.
  ///
  /// @throws IllegalArgumentException where a key is not shaped as one
  public static Map<PromptKey, String> parse(String content) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(content));
    } catch (IOException e) {
      throw new UncheckedIOException("a string can always be read", e);
    }
    Map<PromptKey, String> prompts = new LinkedHashMap<>();
    properties.forEach((key, text) -> prompts.put(new PromptKey((String) key), (String) text));
    return prompts;
  }
}
