package org.ariane.ivr.flow;

import java.util.Optional;

/// What is wrong with a node, or with the flow as a whole.
///
/// @param node empty where the flow itself is meant
/// @param about what `word` is, so that its line can be found
/// @param word the word that is wrong, as written in the file; empty where all is meant
public record FlowFault(Optional<NodeId> node, About about, String word, String reason) {
  public enum About {
    /// The node as a whole.
    NODE,
    /// The name of a field.
    FIELD,
    /// A key of the telephone.
    KEY,
    PROMPT,
    /// A node that is led to.
    TARGET
  }

  FlowFault(NodeId node, About about, String word, String reason) {
    this(Optional.of(node), about, word, reason);
  }

  FlowFault(NodeId node, String reason) {
    this(node, About.NODE, "", reason);
  }

  static FlowFault ofFlow(String field, String reason) {
    return new FlowFault(Optional.empty(), About.FIELD, field, reason);
  }
}
