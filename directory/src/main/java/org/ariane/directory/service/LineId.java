package org.ariane.directory.service;

import java.util.regex.Pattern;

/// The name of a [Line] that people dial or write to, as `3919`.
public record LineId(String value) {
  private static final Pattern SHAPE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+){0,7}");

  public LineId {
    if (value.length() > 64 || !SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("an id is lower-case words joined by hyphens");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
