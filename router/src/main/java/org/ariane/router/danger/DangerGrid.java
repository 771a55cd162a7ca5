package org.ariane.router.danger;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How much is asked. The wire name is the constant in lower case.
public enum DangerGrid {
  /// Everything; for trained operators and dispatchers.
  FULL,
  /// A few questions; for municipal police.
  LIGHT;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<DangerGrid> parse(String text) {
    return Arrays.stream(values()).filter(grid -> grid.wireName().equals(text)).findFirst();
  }
}
