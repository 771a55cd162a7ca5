package org.ariane.router.access;

import java.util.regex.Pattern;

/// The name of an account, as `operator-1`. Never a person's name: it is written into logs.
public record PrincipalId(String value) {
  private static final Pattern SHAPE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+){0,7}");

  public PrincipalId {
    if (value.length() > 64 || !SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("an account id is lower-case words joined by hyphens");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
