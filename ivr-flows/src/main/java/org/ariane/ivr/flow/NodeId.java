package org.ariane.ivr.flow;

import java.util.regex.Pattern;

/// The name of a [Node] within its flow.
public record NodeId(String value) {
  private static final Pattern SHAPE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+){0,5}");

  public NodeId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("a node is named by lower-case words joined by hyphens");
    }
  }

  /// Whether a text from a file or a channel is shaped like one.
  public static boolean isValid(String text) {
    return text.length() <= 40 && SHAPE.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
