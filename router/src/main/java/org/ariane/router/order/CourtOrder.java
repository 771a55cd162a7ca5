package org.ariane.router.order;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A ban or measure of a court, as an incident knows it: the first line that a dispatcher reads.
///
/// @param until the last day on which it is in force
/// @param breached he was seen not to keep it
public record CourtOrder(
    OrderId id,
    OrderKind kind,
    String court,
    LocalDate until,
    OrderStatus status,
    boolean breached) {
  public static final int MOST_COURT = 120;

  public CourtOrder {
    if (court.isBlank() || court.length() > MOST_COURT) {
      throw new IllegalArgumentException("a court has 1 to 120 characters");
    }
  }

  public OrderMark mark() {
    return new OrderMark(kind, status, breached, until);
  }

  public CourtOrder asBreached() {
    return new CourtOrder(id, kind, court, until, status, true);
  }

  public CourtOrder asVerified() {
    return new CourtOrder(id, kind, court, until, OrderStatus.VERIFIED, breached);
  }

  /// All of both, each once: whichever came first, the surer and the graver stays.
  public static List<CourtOrder> union(List<CourtOrder> one, List<CourtOrder> other) {
    Map<OrderId, CourtOrder> all = new LinkedHashMap<>();
    one.forEach(order -> all.put(order.id(), order));
    other.forEach(order -> all.merge(order.id(), order, CourtOrder::and));
    return List.copyOf(all.values());
  }

  private CourtOrder and(CourtOrder other) {
    return new CourtOrder(
        id,
        kind,
        court,
        until.isBefore(other.until) ? other.until : until,
        status.orSurer(other.status),
        breached || other.breached);
  }
}
