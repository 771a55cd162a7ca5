package org.ariane.router.transfer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What she may agree to have told to the target, each by itself. The language is always told: it
/// is needed to talk with her. The wire name is the constant in lower case.
public enum Disclosure {
  /// The postcode she gave.
  PLACE,
  /// That she asked for the police.
  DANGER;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Disclosure> parse(String text) {
    return Arrays.stream(values()).filter(each -> each.wireName().equals(text)).findFirst();
  }
}
