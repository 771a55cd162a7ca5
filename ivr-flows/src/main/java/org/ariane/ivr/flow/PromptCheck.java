package org.ariane.ivr.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ariane.directory.service.Language;
import org.ariane.ivr.flow.FlowFault.About;
import org.ariane.ivr.prompt.PromptCatalogue;
import org.ariane.ivr.prompt.PromptKey;

/// Every prompt exists in every language in which it can be heard, and every key that acts is
/// announced there. All nodes are heard in the five languages; further languages only where a
/// choice of them leads.
final class PromptCheck {
  private PromptCheck() {}

  static List<FlowFault> of(Map<NodeId, Node> nodes, PromptCatalogue catalogue) {
    Map<NodeId, Set<Language>> heard = heard(nodes, catalogue);
    List<FlowFault> faults = new ArrayList<>();
    for (Node node : nodes.values()) {
      for (Language language : heard.getOrDefault(node.id(), Set.of())) {
        faults.addAll(missing(node, language, catalogue));
        faults.addAll(Announcements.keys(node, language, catalogue));
      }
      if (node instanceof Node.ChooseLanguage choose) {
        faults.addAll(Announcements.languages(choose, catalogue));
      }
    }
    return faults;
  }

  private static Map<NodeId, Set<Language>> heard(
      Map<NodeId, Node> nodes, PromptCatalogue catalogue) {
    Map<NodeId, Set<Language>> heard = new LinkedHashMap<>();
    nodes.values().stream()
        .filter(node -> !(node instanceof Node.ChooseLanguage))
        .forEach(node -> heard.put(node.id(), new LinkedHashSet<>(catalogue.languages())));
    for (Node node : nodes.values()) {
      if (node instanceof Node.ChooseLanguage choose) {
        Set<Language> others = new LinkedHashSet<>(choose.keys().values());
        others.retainAll(catalogue.others());
        new Paths(nodes)
            .from(List.of(choose.then()), each -> !(each instanceof Node.ChooseLanguage)).stream()
                .flatMap(id -> java.util.Optional.ofNullable(heard.get(id)).stream())
                .forEach(languages -> languages.addAll(others));
      }
    }
    return heard;
  }

  private static List<FlowFault> missing(Node node, Language language, PromptCatalogue catalogue) {
    List<FlowFault> faults = new ArrayList<>();
    for (PromptKey key : new LinkedHashSet<>(Spoken.of(node).all())) {
      if (catalogue.text(language, key).isEmpty()) {
        faults.add(
            new FlowFault(
                node.id(),
                About.PROMPT,
                key.value(),
                "prompt '" + key + "' is missing in '" + language.tag() + "'"));
      }
    }
    return faults;
  }
}
