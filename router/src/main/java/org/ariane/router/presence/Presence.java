package org.ariane.router.presence;

import java.util.Locale;

/// What an operator is doing. The wire name is the constant in lower case with hyphens.
public enum Presence {
  OFFLINE,
  AVAILABLE,
  RESERVED,
  BUSY,
  WRAP_UP;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
