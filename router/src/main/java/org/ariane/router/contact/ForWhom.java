package org.ariane.router.contact;

import java.util.Locale;
import java.util.Optional;

/// Whom a person asks help for, as she said herself. The wire name is the constant in lower case
/// with hyphens.
public enum ForWhom {
  ME,
  SOMEONE_ELSE,
  /// It is a child who calls or writes.
  CHILD;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<ForWhom> parse(String text) {
    for (ForWhom each : values()) {
      if (each.wireName().equals(text)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
