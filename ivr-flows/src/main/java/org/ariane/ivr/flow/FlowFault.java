package org.ariane.ivr.flow;

import java.util.Optional;

/// What is wrong with a node, or with the flow as a whole.
///
/// @param node empty where the flow itself is meant
/// @param about the word that is wrong, as written in the file: a key, a target, a prompt, a field
///   of the flow; empty where the node as a whole is meant
public record FlowFault(Optional<NodeId> node, String about, String reason) {
  FlowFault(NodeId node, String about, String reason) {
    this(Optional.of(node), about, reason);
  }

  FlowFault(NodeId node, String reason) {
    this(node, "", reason);
  }

  static FlowFault ofFlow(String field, String reason) {
    return new FlowFault(Optional.empty(), field, reason);
  }
}
