package org.ariane.ivr.flow;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ariane.directory.service.Language;
import org.ariane.ivr.prompt.PromptCatalogue;
import org.ariane.ivr.prompt.PromptKey;

/// She knows what each key does before she presses it: a key that acts must stand as a digit in
/// what is said, in every language.
final class Announcements {
  private Announcements() {}

  static List<FlowFault> check(Node node, Spoken spoken, PromptCatalogue catalogue) {
    return switch (node) {
      case Node.ChooseLanguage choose -> languages(choose, catalogue);
      case Node.Menu menu -> keys(menu.id(), menu.keys().keySet(), spoken, catalogue);
      case Node.Queue queue -> keys(queue.id(), queue.keys().keySet(), spoken, catalogue);
      case Node.AskPostcode _, Node.RaiseAlarm _ -> List.of();
    };
  }

  private static List<FlowFault> languages(Node.ChooseLanguage node, PromptCatalogue catalogue) {
    List<FlowFault> faults = new ArrayList<>();
    for (Map.Entry<Character, Language> entry : node.keys().entrySet()) {
      Language language = entry.getValue();
      if (!catalogue.languages().contains(language)) {
        faults.add(
            new FlowFault(
                node.id(),
                "key "
                    + entry.getKey()
                    + " chooses '"
                    + language.tag()
                    + "', which has no prompts"));
      } else if (!announced(node.say(), entry.getKey(), language, catalogue)) {
        faults.add(unannounced(node.id(), entry.getKey(), language));
      }
    }
    return faults;
  }

  private static List<FlowFault> keys(
      NodeId id, Set<Character> keys, Spoken spoken, PromptCatalogue catalogue) {
    Set<FlowFault> faults = new LinkedHashSet<>();
    for (Language language : catalogue.languages()) {
      for (List<PromptKey> occasion : spoken.occasions()) {
        for (Character key : keys) {
          if (!announced(occasion, key, language, catalogue)) {
            faults.add(unannounced(id, key, language));
          }
        }
      }
    }
    return List.copyOf(faults);
  }

  private static boolean announced(
      List<PromptKey> said, char key, Language language, PromptCatalogue catalogue) {
    return said.stream()
        .flatMap(prompt -> catalogue.text(language, prompt).stream())
        .anyMatch(text -> text.indexOf(key) >= 0);
  }

  private static FlowFault unannounced(NodeId id, char key, Language language) {
    return new FlowFault(
        id, "key " + key + " acts without being announced in '" + language.tag() + "'");
  }
}
