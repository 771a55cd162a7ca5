package org.ariane.directory.policy;

import java.util.regex.Pattern;

/// The name of a [Policy], as `nights-in-lille`.
public record PolicyId(String value) {
  private static final Pattern SHAPE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+){0,7}");

  public PolicyId {
    if (value.length() > 64 || !SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("an id is lower-case words joined by hyphens");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
