package org.ariane.router.order;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.Comparator;

/// What a decision knows of an order: neither court nor case nor whom it is about.
///
/// @param breached whether he was seen not to keep it
/// @param until the last day on which it is in force
public record OrderMark(OrderKind kind, OrderStatus status, boolean breached, LocalDate until)
    implements Comparable<OrderMark> {
  private static final Comparator<OrderMark> ORDER =
      comparing(OrderMark::kind)
          .thenComparing(OrderMark::status)
          .thenComparing(OrderMark::breached)
          .thenComparing(OrderMark::until);

  @Override
  public int compareTo(OrderMark other) {
    return ORDER.compare(this, other);
  }
}
