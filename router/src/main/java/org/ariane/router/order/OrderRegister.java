package org.ariane.router.order;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.ariane.directory.place.ZoneId;
import org.ariane.router.access.Principal;
import org.ariane.router.access.Role;
import org.ariane.router.redlist.RedListQuery;

/// What registrars and operators do with the register. Each registrar sees and changes orders of
/// their own zones only; what lies elsewhere does not exist for them.
public final class OrderRegister {
  private final OrderBook book;
  private final InstantSource clock;

  public OrderRegister(OrderBook book, InstantSource clock) {
    this.book = book;
    this.clock = clock;
  }

  /// What came of a call.
  public sealed interface Outcome {
    record Done(RegisteredOrder order) implements Outcome {}

    /// Another registrar must confirm.
    record Proposed(RegisteredOrder order) implements Outcome {}

    /// The one who proposed cannot confirm.
    record SameRegistrar() implements Outcome {}

    /// Nobody proposed it.
    record NotProposed() implements Outcome {}

    record Unknown() implements Outcome {}

    /// Somebody else changed it at the same moment.
    record Conflict() implements Outcome {}
  }

  /// What is told of by whom: a registrar of the zone has seen the order, an operator heard of it.
  public Optional<OrderStatus> mayAdd(Principal who, ZoneId zone) {
    if (who.has(Role.REGISTRAR) && who.zones().contains(zone)) {
      return Optional.of(OrderStatus.VERIFIED);
    }
    return who.has(Role.OPERATOR) ? Optional.of(OrderStatus.CLAIMED) : Optional.empty();
  }

  public Outcome add(Principal who, RegisteredOrder order) {
    return store(who, order, "order.added");
  }

  /// In force or not, newest first.
  public List<RegisteredOrder> search(Principal registrar, RedListQuery query) {
    List<RegisteredOrder> seen =
        book.search(query).stream()
            .filter(order -> own(registrar, order))
            .sorted(java.util.Comparator.comparing(RegisteredOrder::createdAt).reversed())
            .toList();
    book.record(registrar, "order.searched", "");
    seen.forEach(order -> book.record(registrar, "order.read", order.id().value()));
    return seen;
  }

  public Outcome verify(Principal registrar, OrderId id) {
    return change(registrar, id, RegisteredOrder::verified, "order.verified");
  }

  /// He did not keep it.
  public Outcome breached(Principal registrar, OrderId id) {
    return change(registrar, id, order -> order.breached(clock.instant()), "order.breached");
  }

  public Outcome proposeEnd(Principal registrar, OrderId id) {
    Optional<RegisteredOrder> order = find(registrar, id);
    if (order.isEmpty()) {
      return new Outcome.Unknown();
    }
    if (order.get().endingAskedBy().isPresent()) {
      return new Outcome.Proposed(order.get());
    }
    RegisteredOrder asked = order.get().endingAsked(registrar.id());
    return store(registrar, asked, "order.end-asked") instanceof Outcome.Conflict conflict
        ? conflict
        : new Outcome.Proposed(asked);
  }

  public Outcome confirmEnd(Principal registrar, OrderId id) {
    Optional<RegisteredOrder> order = find(registrar, id);
    if (order.isEmpty()) {
      return new Outcome.Unknown();
    }
    if (order.get().endingAskedBy().isEmpty()) {
      return new Outcome.NotProposed();
    }
    if (order.get().endingAskedBy().get().equals(registrar.id())) {
      return new Outcome.SameRegistrar();
    }
    return order.get().endedAt().isPresent()
        ? new Outcome.Done(order.get())
        : store(registrar, order.get().ended(clock.instant()), "order.ended");
  }

  private Outcome change(
      Principal registrar, OrderId id, UnaryOperator<RegisteredOrder> how, String action) {
    return find(registrar, id)
        .map(order -> store(registrar, how.apply(order), action))
        .orElse(new Outcome.Unknown());
  }

  private Outcome store(Principal who, RegisteredOrder order, String action) {
    return book.put(order, who, action) ? new Outcome.Done(order) : new Outcome.Conflict();
  }

  private Optional<RegisteredOrder> find(Principal registrar, OrderId id) {
    return book.find(id).filter(order -> own(registrar, order));
  }

  private static boolean own(Principal registrar, RegisteredOrder order) {
    return registrar.has(Role.REGISTRAR) && registrar.zones().contains(order.zone());
  }
}
