package org.ariane.router.alarm;

import java.util.Locale;
import java.util.Optional;

/// What set an alarm off. The wire name is the constant in lower case with hyphens.
public enum Trigger {
  BUTTON,
  SILENT,
  FALL,
  CHECK_IN_MISSED,
  GEOFENCE;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Trigger> parse(String text) {
    for (Trigger trigger : values()) {
      if (trigger.wireName().equals(text)) {
        return Optional.of(trigger);
      }
    }
    return Optional.empty();
  }
}
