package org.ariane.ivr.prompt;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.ariane.directory.service.Language;

/// The reviewed text of every prompt in every language.
public record PromptCatalogue(Map<Language, Map<PromptKey, String>> texts) {
  public PromptCatalogue {
    Map<Language, Map<PromptKey, String>> copy = new LinkedHashMap<>();
    texts.forEach((language, prompts) -> copy.put(language, Map.copyOf(prompts)));
    texts = java.util.Collections.unmodifiableMap(copy);
  }

  public Set<Language> languages() {
    return texts.keySet();
  }

  public Optional<String> text(Language language, PromptKey key) {
    return Optional.ofNullable(texts.getOrDefault(language, Map.of()).get(key));
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
