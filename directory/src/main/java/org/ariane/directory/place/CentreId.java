package org.ariane.directory.place;

import java.util.regex.Pattern;

/// The name of a [DispatchCentre] in files and interfaces, as `fr-94-cic`.
public record CentreId(String value) {
  private static final Pattern SHAPE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+){0,7}");

  public CentreId {
    if (value.length() > 64 || !SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("an id is lower-case words joined by hyphens");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
