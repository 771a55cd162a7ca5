package org.ariane.directory.place;

import java.util.regex.Pattern;

/// The name of a [Zone] in files and interfaces, as `fr-94-maisons-alfort`.
public record ZoneId(String value) {
  private static final Pattern SHAPE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+){0,7}");

  public ZoneId {
    if (value.length() > 64 || !SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("an id is lower-case words joined by hyphens");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
