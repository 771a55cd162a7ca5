package org.ariane.directory.schedule;

/// What hours say of one instant.
public enum OpenState {
  OPEN,
  CLOSED,
  /// Perhaps open: the hours say `unknown` or give only a comment ("by appointment"), or they
  /// depend on school holidays that nobody has published yet. Never routed on as if it were open.
  UNKNOWN
}
