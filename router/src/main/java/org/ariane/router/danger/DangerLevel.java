package org.ariane.router.danger;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How dangerous it is, least first. The wire name is the constant in lower case.
public enum DangerLevel {
  /// Too little was answered to say that it is low.
  UNCLEAR,
  LOW,
  MODERATE,
  HIGH,
  EXTREME;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<DangerLevel> parse(String text) {
    return Arrays.stream(values()).filter(level -> level.wireName().equals(text)).findFirst();
  }

  public DangerLevel orGraver(DangerLevel other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
