package org.ariane.router.transfer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How a supervisor takes part in a talk. All in it are told before she hears anything. The wire
/// name is the constant in lower case with hyphens.
public enum SupervisionMode {
  /// Hears all, is not heard.
  LISTEN,
  /// Hears all, is heard by the operator alone.
  HELP,
  /// Talks on with her; the operator goes.
  TAKE_OVER,
  /// Goes.
  END;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<SupervisionMode> parse(String text) {
    return Arrays.stream(values()).filter(mode -> mode.wireName().equals(text)).findFirst();
  }
}
