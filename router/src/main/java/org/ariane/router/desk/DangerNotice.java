package org.ariane.router.desk;

import java.util.Locale;

/// What became of a tap on "I am in danger". The wire name is the constant in lower case with
/// hyphens.
public enum DangerNotice {
  NONE,
  /// An alarm is stored and goes to the police.
  ALERTED,
  /// Nobody can come until we know where.
  PLACE_UNKNOWN,
  /// The alarm may be lost or nobody can be told: she should dial herself.
  NOT_DURABLE;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
