package org.ariane.directory.service;

import java.util.Locale;
import java.util.Optional;

/// What the help costs her. Unknown where nobody said so.
///
/// @param terms in words, as "10 € a year"; may be there without a charge that is known
public record Cost(Charge charge, Optional<String> terms) {
  public static final Cost UNKNOWN = new Cost(Charge.UNKNOWN, Optional.empty());
  private static final int LONGEST = 1_000;

  public Cost {
    terms.ifPresent(text -> PlainText.check(text, LONGEST));
  }

  /// Whether there is anything to pay. The wire name is the constant in lower case.
  public enum Charge {
    FREE,
    PAID,
    UNKNOWN;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Charge> parse(String text) {
      for (Charge charge : values()) {
        if (charge.wireName().equals(text)) {
          return Optional.of(charge);
        }
      }
      return Optional.empty();
    }
  }
}
