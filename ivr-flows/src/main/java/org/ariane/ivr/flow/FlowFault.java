package org.ariane.ivr.flow;

/// What is wrong with a node, or, where the flow itself is meant, with the node it starts from.
public record FlowFault(NodeId node, String reason) {}
