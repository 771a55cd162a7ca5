package org.ariane.router.assignment;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.contact.Contact;
import org.ariane.router.contact.ContactId;
import org.ariane.router.plan.RoutingPlan;
import org.ariane.router.plan.Step;

/// A contact with its plan and where it stands in it.
///
/// @param step index into the plan
/// @param stepEnds when the plan goes on
/// @param refusals operators who let an offer of this contact pass, and when
/// @param interrupted she was talking and lost her operator, so she is among the first
record Entry(
    Contact contact,
    RoutingPlan plan,
    int step,
    Instant stepEnds,
    Phase phase,
    Map<PrincipalId, Instant> refusals,
    boolean interrupted) {
  Entry {
    refusals = Map.copyOf(refusals);
  }

  static Entry of(Contact contact, RoutingPlan plan, Instant now) {
    return new Entry(contact, plan, 0, now, new Phase.Queued(), Map.of(), false);
  }

  ContactId id() {
    return contact.id();
  }

  /// The desks whose operators are asked at this step; none while a number is rung.
  List<ServiceId> desks() {
    return switch (plan.steps().get(step)) {
      case Step.Offer offer -> offer.desks();
      case Step.Together together -> together.desks();
      case Step.Ring ring -> List.of();
      case Step.Announce announce -> List.of();
      case Step.Fallback fallback -> List.of();
    };
  }

  /// The round that the current step is; a number whose answerer must press a key is a round of
  /// one.
  Optional<Step.Together> together() {
    return switch (plan.steps().get(step)) {
      case Step.Together together -> Optional.of(together);
      case Step.Ring ring when ring.screened() -> Optional.of(Step.Together.of(ring));
      case Step.Ring ring -> Optional.empty();
      case Step.Offer offer -> Optional.empty();
      case Step.Announce announce -> Optional.empty();
      case Step.Fallback fallback -> Optional.empty();
    };
  }

  boolean queued() {
    return phase instanceof Phase.Queued;
  }

  boolean waits() {
    return queued() || phase instanceof Phase.Offered || phase instanceof Phase.Asked;
  }

  Optional<PrincipalId> operator() {
    return phase instanceof Phase.Talking talking
        ? Optional.of(talking.operator())
        : Optional.empty();
  }

  Duration waited(Instant now) {
    Duration waited = Duration.between(contact.arrivedAt(), now);
    return waited.isNegative() ? Duration.ZERO : waited;
  }

  Entry in(Phase phase) {
    return new Entry(contact, plan, step, stepEnds, phase, refusals, interrupted);
  }

  Entry at(int step, Instant stepEnds, Phase phase) {
    return new Entry(contact, plan, step, stepEnds, phase, refusals, interrupted);
  }

  Entry with(RoutingPlan plan) {
    return new Entry(contact, plan, 0, stepEnds, phase, refusals, interrupted);
  }

  Entry with(Contact contact) {
    return new Entry(contact, plan, step, stepEnds, phase, refusals, interrupted);
  }

  Entry refusedBy(PrincipalId operator, Instant now) {
    Map<PrincipalId, Instant> more = new HashMap<>(refusals);
    more.put(operator, now);
    return new Entry(contact, plan, step, stepEnds, phase, more, interrupted);
  }

  Entry interrupted(boolean interrupted) {
    return new Entry(contact, plan, step, stepEnds, phase, refusals, interrupted);
  }
}
