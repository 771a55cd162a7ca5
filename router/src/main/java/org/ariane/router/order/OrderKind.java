package org.ariane.router.order;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a court ordered. The wire name is the constant in lower case with hyphens.
public enum OrderKind {
  CONTACT_BAN,
  RESIDENCE_BAN,
  PROTECTION_ORDER,
  ELECTRONIC_BRACELET,
  OTHER;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<OrderKind> parse(String text) {
    return Arrays.stream(values()).filter(kind -> kind.wireName().equals(text)).findFirst();
  }
}
