package org.ariane.ivr.flow;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// What can be reached from where in a flow.
record Paths(Map<NodeId, Node> nodes) {
  /// By any way, the beginnings themselves included.
  Set<NodeId> from(Collection<NodeId> beginnings) {
    return reach(beginnings, Node::exits, node -> true);
  }

  /// As [#from], but no further than the nodes that `through` holds of.
  Set<NodeId> from(Collection<NodeId> beginnings, Predicate<Node> through) {
    return reach(beginnings, Node::exits, through);
  }

  /// Without any announced key.
  Set<NodeId> unchosen(Collection<NodeId> beginnings) {
    return reach(beginnings, Node::exitsUnchosen, node -> true);
  }

  boolean circles(Node node) {
    return unchosen(node.exitsUnchosen()).contains(node.id());
  }

  boolean ends(NodeId id) {
    return nodes.get(id) instanceof Node.Queue || hangsUp(id);
  }

  boolean hangsUp(NodeId id) {
    return nodes.get(id) instanceof Node.HangUp;
  }

  private Set<NodeId> reach(
      Collection<NodeId> beginnings,
      Function<Node, ? extends Collection<NodeId>> exits,
      Predicate<Node> through) {
    Set<NodeId> seen = new LinkedHashSet<>();
    Deque<NodeId> open = new ArrayDeque<>(beginnings);
    while (!open.isEmpty()) {
      NodeId id = open.removeFirst();
      Node node = nodes.get(id);
      if (node != null && seen.add(id) && through.test(node)) {
        open.addAll(exits.apply(node));
      }
    }
    return seen;
  }
}
