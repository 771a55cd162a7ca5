package org.ariane.router.order;

import java.util.List;
import java.util.Optional;
import org.ariane.router.access.Principal;
import org.ariane.router.redlist.RedListQuery;

/// Keeps the registered orders. A change and its line of the audit log are stored together. All
/// calls throw when the store is away.
public interface OrderBook {
  /// Adds it, or replaces the version that was read. False where another change came in between.
  ///
  /// @param action as `order.added`
  boolean put(RegisteredOrder order, Principal by, String action);

  Optional<RegisteredOrder> find(OrderId id);

  /// All that are filed under any part of the query, in force or not.
  List<RegisteredOrder> search(RedListQuery query);

  /// A line of the audit log about what somebody saw.
  void record(Principal by, String action, String about);
}
