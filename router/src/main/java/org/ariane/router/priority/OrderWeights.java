package org.ariane.router.priority;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ariane.router.order.OrderKind;
import org.ariane.router.order.OrderMark;
import org.ariane.router.order.OrderStatus;

/// What orders of courts count for. A policy from before orders has none.
///
/// @param kinds of every kind of order, or of none
/// @param breached when any of the orders is breached
public record OrderWeights(Map<OrderKind, OfKind> kinds, PriorityPolicy.Weight breached) {
  public static final OrderWeights NONE =
      new OrderWeights(Map.of(), new PriorityPolicy.Weight(0, "An order is breached"));

  public OrderWeights {
    kinds = Map.copyOf(kinds);
    if (!kinds.isEmpty() && kinds.size() != OrderKind.values().length) {
      throw new IllegalArgumentException("every kind of order needs its numbers");
    }
  }

  /// The numbers and words of one kind.
  public record OfKind(int verified, int claimed, String text) {
    public OfKind {
      if (claimed < 0 || verified < claimed) {
        throw new IllegalArgumentException("a verified order counts as much as a claimed one");
      }
    }
  }

  /// The heaviest order, and whether any is breached.
  List<PriorityReason> reasons(List<OrderMark> orders) {
    List<PriorityReason> reasons = new ArrayList<>();
    if (kinds.isEmpty()) {
      return reasons;
    }
    // Of those that weigh the same the first of the sorted marks counts, so that replay is exact.
    orders.stream()
        .map(this::reason)
        .sorted(comparingInt(PriorityReason::weight).reversed())
        .findFirst()
        .ifPresent(reasons::add);
    if (orders.stream().anyMatch(OrderMark::breached) && breached.points() > 0) {
      reasons.add(new PriorityReason("order.breached", breached.points(), breached.text()));
    }
    return reasons;
  }

  private PriorityReason reason(OrderMark mark) {
    OfKind kind = java.util.Objects.requireNonNull(kinds.get(mark.kind()));
    return new PriorityReason(
        "order.active",
        mark.status() == OrderStatus.VERIFIED ? kind.verified() : kind.claimed(),
        "%s until %s (%s)".formatted(kind.text(), mark.until(), mark.status().wireName()));
  }
}
