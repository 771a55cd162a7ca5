package org.ariane.ivr.flow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.service.Language;
import org.ariane.ivr.prompt.PromptKey;

/// One prompt to be said.
///
/// @param in the language it is said in; empty for hers
public record Utterance(Optional<Language> in, PromptKey prompt) {
  static List<Utterance> inHers(Collection<PromptKey> prompts) {
    return prompts.stream().map(prompt -> new Utterance(Optional.empty(), prompt)).toList();
  }

  static List<Utterance> in(Language language, Collection<PromptKey> prompts) {
    return prompts.stream().map(prompt -> new Utterance(Optional.of(language), prompt)).toList();
  }

  /// Digits, one by one.
  static List<Utterance> digits(String digits) {
    List<PromptKey> prompts = new ArrayList<>();
    digits.chars().forEach(digit -> prompts.add(new PromptKey("digit-" + (char) digit)));
    return inHers(prompts);
  }
}
