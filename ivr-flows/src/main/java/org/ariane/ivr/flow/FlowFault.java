package org.ariane.ivr.flow;

/// What is wrong with a node, or, where the flow itself is meant, with the node it starts from.
///
/// @param about the word of the node that is wrong, as written in its file: a key, a target, a
///   prompt; empty where the node as a whole is meant
public record FlowFault(NodeId node, String about, String reason) {
  FlowFault(NodeId node, String reason) {
    this(node, "", reason);
  }
}
