package org.ariane.router.alarm;

import java.util.Locale;

/// How far an alarm has come, as its sender may know it. The wire name is the constant in lower
/// case with hyphens.
public enum AlarmStatus {
  RECEIVED,
  DELIVERED,
  TAKEN,
  ON_THE_WAY,
  CLOSED,
  CANCELLED;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
