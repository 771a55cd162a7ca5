package org.ariane.ivr.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.ariane.directory.service.Language;
import org.ariane.ivr.prompt.PromptCatalogue;
import org.ariane.ivr.prompt.PromptKey;

/// What must be true of a flow before anybody calls it.
public final class FlowCheck {
  private FlowCheck() {}

  /// Every named node exists, every path can end in a queue, and whoever stays silent gets there
  /// without being led in a circle.
  public static List<FlowFault> wiring(NodeId start, NodeId human, Map<NodeId, Node> nodes) {
    List<FlowFault> faults = new ArrayList<>();
    if (!nodes.containsKey(start)) {
      faults.add(new FlowFault(start, "the flow starts at '" + start + "', which does not exist"));
    }
    if (!(nodes.get(human) instanceof Node.Queue)) {
      faults.add(new FlowFault(human, "'human' must name a queue, '" + human + "' is none"));
    }
    for (Node node : nodes.values()) {
      for (NodeId exit : new LinkedHashSet<>(node.exits())) {
        if (!nodes.containsKey(exit)) {
          faults.add(new FlowFault(node.id(), "leads to unknown node '" + exit + "'"));
        }
      }
    }
    if (faults.isEmpty()) {
      nodes.keySet().forEach(id -> faults.addAll(paths(id, nodes)));
      nodes.keySet().stream()
          .filter(id -> !reach(List.of(start, human), nodes, Node::exits).contains(id))
          .forEach(id -> faults.add(new FlowFault(id, "nothing leads to this node")));
    }
    return faults;
  }

  /// Every prompt exists in every language, and every key that does something is announced.
  public static List<FlowFault> prompts(Map<NodeId, Node> nodes, PromptCatalogue catalogue) {
    List<FlowFault> faults = new ArrayList<>();
    for (Node node : nodes.values()) {
      Spoken spoken = Spoken.of(node);
      for (Language language : catalogue.languages()) {
        for (PromptKey key : new LinkedHashSet<>(spoken.all())) {
          if (catalogue.text(language, key).isEmpty()) {
            faults.add(
                new FlowFault(
                    node.id(), "prompt '" + key + "' is missing in '" + language.tag() + "'"));
          }
        }
      }
      faults.addAll(Announcements.check(node, spoken, catalogue));
    }
    return faults;
  }

  private static List<FlowFault> paths(NodeId from, Map<NodeId, Node> nodes) {
    if (reach(List.of(from), nodes, Node::exits).stream()
        .noneMatch(id -> nodes.get(id) instanceof Node.Queue)) {
      return List.of(new FlowFault(from, "dead end: no path from here reaches a queue"));
    }
    return circles(from, nodes)
        ? List.of(new FlowFault(from, "loop without exit for those who press nothing"))
        : List.of();
  }

  private static boolean circles(NodeId from, Map<NodeId, Node> nodes) {
    Node node = nodes.get(from);
    return node != null
        && node.exitsInSilence().stream()
            .anyMatch(exit -> reach(List.of(exit), nodes, Node::exitsInSilence).contains(from));
  }

  private static Set<NodeId> reach(
      List<NodeId> from, Map<NodeId, Node> nodes, Function<Node, List<NodeId>> exits) {
    Set<NodeId> seen = new HashSet<>();
    Deque<NodeId> open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      NodeId id = open.removeFirst();
      Node node = nodes.get(id);
      if (node != null && seen.add(id)) {
        open.addAll(exits.apply(node));
      }
    }
    return seen;
  }
}
