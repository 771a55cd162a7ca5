package org.ariane.ivr.flow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.ariane.directory.service.Language;
import org.ariane.ivr.flow.FlowFault.About;
import org.ariane.ivr.prompt.PromptCatalogue;
import org.ariane.ivr.prompt.PromptKey;

/// She knows what each key does before she presses it: a key that acts must stand as a digit in
/// what is said, in every language.
final class Announcements {
  private Announcements() {}

  /// The keys of a node in one language.
  static List<FlowFault> keys(Node node, Language language, PromptCatalogue catalogue) {
    List<FlowFault> faults = new ArrayList<>();
    switch (node) {
      case Node.Asking asking ->
          asking
              .acting()
              .forEach(key -> {
                faults.addAll(key(node, key, asking.question().say(), language, catalogue));
                faults.addAll(key(node, key, asking.question().again(), language, catalogue));
              });
      case Node.Queue queue -> {
        queue
            .keys()
            .keySet()
            .forEach(key -> {
              for (List<PromptKey> said : List.of(queue.say(), queue.next(), queue.waiting())) {
                faults.addAll(key(node, key, said, language, catalogue));
              }
            });
        queue
            .later()
            .keySet()
            .forEach(key -> faults.addAll(key(node, key, queue.longer(), language, catalogue)));
      }
      case Node.Say _, Node.RaiseAlarm _, Node.Transfer _, Node.CallBack _, Node.HangUp _ -> {}
    }
    return faults.stream().distinct().toList();
  }

  private static List<FlowFault> key(
      Node node, char key, List<PromptKey> said, Language language, PromptCatalogue catalogue) {
    return announced(said, key, language, catalogue)
        ? List.of()
        : List.of(unannounced(node.id(), key, language));
  }

  /// A key for a language is announced in that language, a key to further ones in English.
  static List<FlowFault> languages(Node.ChooseLanguage node, PromptCatalogue catalogue) {
    List<FlowFault> faults = new ArrayList<>();
    for (Map.Entry<Character, Language> entry : node.keys().entrySet()) {
      char key = entry.getKey();
      Language language = entry.getValue();
      if (!catalogue.languages().contains(language) && !catalogue.others().contains(language)) {
        faults.add(
            new FlowFault(
                node.id(),
                About.KEY,
                String.valueOf(key),
                "key " + key + " chooses '" + language.tag() + "', which has no prompts"));
      } else {
        List<PromptKey> said = node.question().say();
        faults.addAll(absent(node.id(), said, language, catalogue));
        faults.addAll(key(node, key, said, language, catalogue));
      }
    }
    faults.addAll(absent(node.id(), node.moreSay(), Language.EN, catalogue));
    node.more()
        .keySet()
        .forEach(key -> faults.addAll(key(node, key, node.moreSay(), Language.EN, catalogue)));
    return faults;
  }

  private static List<FlowFault> absent(
      NodeId id, Collection<PromptKey> prompts, Language language, PromptCatalogue catalogue) {
    return prompts.stream()
        .filter(prompt -> catalogue.text(language, prompt).isEmpty())
        .map(prompt ->
            new FlowFault(
                id,
                About.PROMPT,
                prompt.value(),
                "prompt '" + prompt + "' is missing in '" + language.tag() + "'"))
        .toList();
  }

  private static boolean announced(
      List<PromptKey> said, char key, Language language, PromptCatalogue catalogue) {
    return said.stream()
        .flatMap(prompt -> catalogue.text(language, prompt).stream())
        .anyMatch(text -> text.indexOf(key) >= 0);
  }

  private static FlowFault unannounced(NodeId id, char key, Language language) {
    return new FlowFault(
        id,
        About.KEY,
        String.valueOf(key),
        "key " + key + " acts without being announced in '" + language.tag() + "'");
  }
}
