package org.ariane.ivr.flow.yaml;

/// What is wrong with a file, and where.
///
/// @param line counted from 1
public record FlowProblem(String file, int line, String reason) {
  @Override
  public String toString() {
    return file + ":" + line + ": " + reason;
  }
}
