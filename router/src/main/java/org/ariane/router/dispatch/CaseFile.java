package org.ariane.router.dispatch;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.ariane.router.access.Principal;
import org.ariane.router.access.Role;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.danger.DangerAssessment;
import org.ariane.router.dispatch.IncidentChanges.Decision;
import org.ariane.router.order.CourtOrder;
import org.ariane.router.order.OrderId;

/// What people add to an incident beside the alarms: orders of courts and the danger as they
/// assessed it. It raises the class or leaves it.
public final class CaseFile {
  private final IncidentChanges changes;
  private final InstantSource clock;

  public CaseFile(IncidentChanges changes, InstantSource clock) {
    this.changes = changes;
    this.clock = clock;
  }

  public DeskAnswer add(Principal who, IncidentId id, CourtOrder order) {
    return act(id, now -> writes(who, now), now -> Optional.of(order));
  }

  /// By a supervisor who sees it, or by a registrar of its zone.
  public DeskAnswer verify(Principal who, IncidentId id, OrderId order) {
    return act(
        id,
        now -> who.has(Role.SUPERVISOR) ? Sight.sees(who, now) : registers(who, now),
        now -> order(now, order).map(CourtOrder::asVerified));
  }

  /// He was seen not to keep it.
  public DeskAnswer breached(Principal who, IncidentId id, OrderId order) {
    return act(id, now -> writes(who, now), now -> order(now, order).map(CourtOrder::asBreached));
  }

  public DeskAnswer assess(Principal who, IncidentId id, DangerAssessment assessment) {
    return assess(id, now -> writes(who, now), assessment);
  }

  /// By an operator of whom the caller knows that it is about a contact of hers.
  public DeskAnswer assessOwn(IncidentId id, DangerAssessment assessment) {
    return assess(id, now -> true, assessment);
  }

  private DeskAnswer assess(IncidentId id, Predicate<Incident> may, DangerAssessment assessment) {
    return change(
        id, may, now -> Optional.of(new IncidentEvent.Assessed(assessment, clock.instant())));
  }

  private DeskAnswer act(
      IncidentId id, Predicate<Incident> may, Function<Incident, Optional<CourtOrder>> order) {
    return change(
        id,
        may,
        now -> order.apply(now).map(it -> new IncidentEvent.OrderAdded(it, clock.instant())));
  }

  private DeskAnswer change(
      IncidentId id,
      Predicate<Incident> may,
      Function<Incident, Optional<? extends IncidentEvent>> event) {
    try {
      return changes
          .<DeskAnswer>change(id, now -> decide(now, may, event))
          .orElse(new DeskAnswer.Unknown());
    } catch (LogUnavailableException e) {
      return new DeskAnswer.Unavailable();
    }
  }

  private static Decision<DeskAnswer> decide(
      Incident now,
      Predicate<Incident> may,
      Function<Incident, Optional<? extends IncidentEvent>> event) {
    if (!may.test(now)) {
      return new Decision.Stay<>(new DeskAnswer.Unknown());
    }
    if (now.is(IncidentState.CLOSED)) {
      return new Decision.Stay<>(new DeskAnswer.Closed());
    }
    Optional<? extends IncidentEvent> happens = event.apply(now);
    if (happens.isEmpty()) {
      return new Decision.Stay<>(new DeskAnswer.Unknown());
    }
    return new Decision.Happen<>(happens.get(), DeskAnswer.Done::new);
  }

  /// Those who see it, and the operator who raised it.
  private static boolean writes(Principal who, Incident incident) {
    if (who.has(Role.OPERATOR)) {
      return incident.handling().acted().contains(who.id());
    }
    return Sight.sees(who, incident);
  }

  private static boolean registers(Principal who, Incident incident) {
    return who.has(Role.REGISTRAR)
        && incident.ownership().zone().filter(who.zones()::contains).isPresent();
  }

  private static Optional<CourtOrder> order(Incident now, OrderId id) {
    return now.orders().stream().filter(order -> order.id().equals(id)).findFirst();
  }
}
