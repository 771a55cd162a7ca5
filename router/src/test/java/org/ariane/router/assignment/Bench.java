package org.ariane.router.assignment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.policy.PolicyId;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.Principal;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.contact.Contact;
import org.ariane.router.contact.ContactId;
import org.ariane.router.contact.Danger;
import org.ariane.router.contact.People;
import org.ariane.router.plan.RouteRequest;
import org.ariane.router.plan.RoutingPlan;
import org.ariane.router.plan.Staffing;
import org.ariane.router.plan.Step;
import org.ariane.router.presence.DeskPresence;
import org.ariane.router.presence.PhoneState;

/// A switchboard on a bench: a clock that is turned by hand, and every effect kept.
final class Bench {
  static final Instant START = Instant.parse("2026-11-21T20:00:00Z");
  static final PhoneNumber NEIGHBOUR = new PhoneNumber("+33199000001");
  static final PhoneNumber LAST_RESORT = new PhoneNumber("+33199000009");

  final Map<PrincipalId, Principal> accounts = new HashMap<>();
  final List<Effect> effects = new ArrayList<>();
  Instant now = START;
  int offerNumber;
  List<ServiceId> desks = List.of(People.HOTLINE);

  /// Steps before the usual ones.
  List<Step> first = List.of();

  final SwitchboardCore core;

  Bench() {
    this(SwitchboardSettings.STANDARD);
  }

  Bench(SwitchboardSettings settings) {
    core =
        new SwitchboardCore(
            settings,
            this::plan,
            id -> Optional.ofNullable(accounts.get(id)),
            () -> new OfferId("of-%026d".formatted(++offerNumber)));
  }

  private RoutingPlan plan(RouteRequest request, Staffing staffing, Instant at) {
    List<ServiceId> asked =
        request.danger() == Danger.NONE ? desks : List.of(People.HOTLINE, People.CRETEIL);
    List<Step> steps = new ArrayList<>(first);
    steps.add(new Step.Offer(asked, List.of(), Duration.ofSeconds(60), true, List.of()));
    steps.add(new Step.Ring(People.CRETEIL, NEIGHBOUR, Duration.ofSeconds(30), List.of()));
    steps.add(new Step.Announce(List.of()));
    steps.add(new Step.Fallback(LAST_RESORT, Duration.ofSeconds(45), List.of()));
    return new RoutingPlan("test", new PolicyId("test"), "test", steps, List.of());
  }

  List<Effect> apply(Event event) {
    List<Effect> all = core.apply(event, now);
    effects.addAll(all);
    return all;
  }

  void enter(Contact contact) {
    apply(new Event.Entered(contact));
  }

  PrincipalId operator(Principal principal) {
    accounts.put(principal.id(), principal);
    return principal.id();
  }

  PrincipalId phoneOperator(Principal principal) {
    PrincipalId id = operator(principal);
    apply(new Event.PhoneChanged(id, PhoneState.IDLE));
    return id;
  }

  PrincipalId deskOperator(Principal principal) {
    PrincipalId id = operator(principal);
    apply(new Event.DeskOpened(id));
    apply(new Event.Wished(id, DeskPresence.Wish.AVAILABLE));
    return id;
  }

  /// Lets time pass second by second, as the shell would.
  void pass(int seconds) {
    for (int i = 0; i < seconds; i++) {
      now = now.plusSeconds(1);
      apply(new Event.Tick());
    }
  }

  Optional<Offer> offerOf(ContactId contact) {
    return core.board()
        .entry(contact)
        .flatMap(entry ->
            switch (entry.phase()) {
              case Phase.Offered offered -> Optional.of(offered.offer());
              case Phase.Asked round -> round.offers().values().stream().findFirst();
              case Phase.Talking talking -> talking.handover().map(Phase.Handover::offer);
              case Phase.Queued() -> Optional.<Offer>empty();
              case Phase.Ringing() -> Optional.<Offer>empty();
            });
  }

  Offer offer(ContactId contact) {
    return offerOf(contact).orElseThrow(() -> new AssertionError("no offer of " + contact));
  }

  PrincipalId offered(ContactId contact) {
    return offer(contact).operator();
  }

  void accept(ContactId contact) {
    apply(new Event.Accepted(offer(contact).id()));
  }

  void decline(ContactId contact) {
    apply(new Event.Refused(offer(contact).id(), OfferOutcome.DECLINED, true));
  }

  Turn turn(ContactId contact) {
    return core.board()
        .entry(contact)
        .map(entry ->
            Turns.of(
                entry,
                Positions.of(core.board().entries()).getOrDefault(contact, 0),
                Optional.empty()))
        .orElse(new Turn.Unknown());
  }

  boolean talking(ContactId contact, PrincipalId operator) {
    return core.board()
        .entry(contact)
        .flatMap(Entry::operator)
        .filter(operator::equals)
        .isPresent();
  }

  <E extends Effect> List<E> all(Class<E> kind) {
    return effects.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
