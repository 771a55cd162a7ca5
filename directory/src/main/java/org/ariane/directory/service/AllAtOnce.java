package org.ariane.directory.service;

import java.util.Locale;
import java.util.Optional;

/// For whom a line asks everybody at once instead of one after the other. The wire name is the
/// constant in lower case.
public enum AllAtOnce {
  /// Whoever asked for the police.
  DANGER,
  /// Whoever pressed nothing.
  SILENCE,
  EVERYBODY;

  public static Optional<AllAtOnce> parse(String text) {
    for (AllAtOnce each : values()) {
      if (each.wireName().equals(text)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
