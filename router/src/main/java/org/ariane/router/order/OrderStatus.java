package org.ariane.router.order;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How sure it is. The wire name is the constant in lower case.
public enum OrderStatus {
  /// Somebody told of it.
  CLAIMED,
  /// A registrar or supervisor has seen it.
  VERIFIED;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<OrderStatus> parse(String text) {
    return Arrays.stream(values()).filter(status -> status.wireName().equals(text)).findFirst();
  }

  public OrderStatus orSurer(OrderStatus other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
