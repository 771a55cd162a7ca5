package org.ariane.ivr.flow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ariane.ivr.flow.FlowFault.About;

/// What must be true of a flow before anybody calls it.
public final class FlowCheck {
  private FlowCheck() {}

  /// Every named node exists, every path can end with a human, whoever presses nothing or something
  /// unexpected gets there without being led in a circle, and nobody is hung up on who did not
  /// choose it.
  public static List<FlowFault> wiring(NodeId start, NodeId human, Map<NodeId, Node> nodes) {
    List<FlowFault> faults = new ArrayList<>();
    if (!nodes.containsKey(start)) {
      faults.add(
          FlowFault.ofFlow("start", "the flow starts at '" + start + "', which does not exist"));
    }
    if (!(nodes.get(human) instanceof Node.Queue)) {
      faults.add(FlowFault.ofFlow("human", "'human' must name a queue, '" + human + "' is none"));
    }
    for (Node node : nodes.values()) {
      for (NodeId exit : new LinkedHashSet<>(node.exits())) {
        if (!nodes.containsKey(exit)) {
          faults.add(
              new FlowFault(
                  node.id(), About.TARGET, exit.value(), "leads to unknown node '" + exit + "'"));
        }
      }
    }
    if (faults.isEmpty()) {
      Paths paths = new Paths(nodes);
      nodes.values().forEach(node -> faults.addAll(paths(node, paths)));
      Set<NodeId> reached = paths.from(List.of(start, human));
      nodes.keySet().stream()
          .filter(id -> !reached.contains(id))
          .forEach(id -> faults.add(new FlowFault(id, "nothing leads to this node")));
    }
    return faults;
  }

  private static List<FlowFault> paths(Node node, Paths paths) {
    Collection<NodeId> reached = paths.from(List.of(node.id()));
    if (reached.stream().noneMatch(paths::ends)) {
      return List.of(
          new FlowFault(node.id(), "dead end: no path from here reaches a queue or ends the call"));
    }
    if (paths.circles(node)) {
      return List.of(new FlowFault(node.id(), "loop without exit for those who press nothing"));
    }
    return hangsUp(node, paths);
  }

  /// A sentence may lead to the end of a call, since an announced key led to the sentence.
  private static List<FlowFault> hangsUp(Node node, Paths paths) {
    if (node instanceof Node.Say) {
      return List.of();
    }
    return node.exitsUnchosen().stream()
        .distinct()
        .filter(exit -> paths.unchosen(List.of(exit)).stream().anyMatch(paths::hangsUp))
        .map(exit ->
            new FlowFault(
                node.id(),
                About.TARGET,
                exit.value(),
                "a call could end here in silence or by a wrong key, through '" + exit + "'"))
        .toList();
  }

  /// What the flow relies on is there: prompts in every language in which they can be heard, keys
  /// announced, targets known.
  public static List<FlowFault> against(Map<NodeId, Node> nodes, Surroundings around) {
    List<FlowFault> faults = new ArrayList<>(PromptCheck.of(nodes, around.prompts()));
    for (Node node : nodes.values()) {
      if (node instanceof Node.Transfer(var id, _, Target.OfService(var service), _, _)
          && !around.services().test(service)) {
        faults.add(
            new FlowFault(
                id,
                About.FIELD,
                "service",
                "transfer to '" + service + "', which the directory does not hold with a phone"));
      }
      if (node instanceof Node.CallBack && !around.callBacks()) {
        faults.add(new FlowFault(node.id(), About.FIELD, "type", "this server cannot call back"));
      }
    }
    return faults;
  }
}
