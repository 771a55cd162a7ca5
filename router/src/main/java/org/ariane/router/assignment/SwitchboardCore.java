package org.ariane.router.assignment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ariane.router.access.Principal;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.contact.Contact;
import org.ariane.router.contact.ContactChannel;
import org.ariane.router.contact.ContactId;
import org.ariane.router.plan.Plans;
import org.ariane.router.presence.PhoneState;
import org.ariane.router.presence.Seat;

/// The switchboard as a deterministic state machine: an event at an instant gives effects, without
/// IO, clock or threads of its own. The same events in the same order give the same effects.
final class SwitchboardCore {
  private final Board board;
  private final PlanWalk walk;
  private final Together together;
  private final Assigner assigner;
  private final Handovers handovers;
  private final SeatEvents seatEvents;

  SwitchboardCore(
      SwitchboardSettings settings,
      Plans plans,
      Function<PrincipalId, Optional<Principal>> accounts,
      Supplier<OfferId> offerIds) {
    this.board = new Board(settings);
    this.together = new Together(board, offerIds);
    this.walk = new PlanWalk(board, plans, together);
    this.assigner = new Assigner(board, offerIds, together);
    this.handovers = new Handovers(board, assigner);
    this.seatEvents = new SeatEvents(board, accounts, this::lost, this::interrupt);
  }

  List<Effect> apply(Event event, Instant now) {
    board.begin(now);
    switch (event) {
      case Event.Entered(Contact contact) -> enter(contact);
      case Event.Left(ContactId contact) -> board.entry(contact).ifPresent(this::leave);
      case Event.RingEnded(ContactId contact, boolean answered) ->
          board.entry(contact).ifPresent(entry -> ringEnded(entry, answered));
      case Event.Accepted(OfferId offer) ->
          board.entry(offer).ifPresent(entry -> accept(entry, offer));
      case Event.Refused(OfferId offer, OfferOutcome how, boolean channelKnows) ->
          board.entry(offer).ifPresent(entry -> refuse(entry, offer, how, !channelKnows));
      case Event.Parted(ContactId contact, PrincipalId operator, boolean again) ->
          part(contact, operator, again);
      case Event.Resumed(Contact contact, PrincipalId operator) -> resume(contact, operator);
      case Event.PhoneChanged changed -> {
        seatEvents.phone(changed.operator(), changed.state());
        if (changed.state() == PhoneState.IN_USE) {
          pickedUp(changed.operator());
        }
        settle();
      }
      case Event.DeskOpened(PrincipalId operator) -> {
        seatEvents.deskOpened(operator);
        settle();
      }
      case Event.DeskLost(PrincipalId operator) -> {
        seatEvents.deskLost(operator);
        settle();
      }
      case Event.Wished wished -> {
        seatEvents.wished(wished.operator(), wished.wish());
        settle();
      }
      case Event.Ready(PrincipalId operator) ->
          board.change(operator, seat -> seat.ready(board.now()));
      case Event.HandoverAsked asked -> handovers.ask(asked.contact(), asked.from(), asked.to());
      case Event.Moved moved -> handovers.moved(moved.contact(), moved.from(), moved.to());
      case Event.HandedOut(ContactId contact, PrincipalId from) -> handovers.out(contact, from);
      case Event.Noted noted ->
          board.decide(noted.contact(), noted.code(), noted.detail(), noted.whom(), List.of());
      case Event.Tick() -> tick();
    }
    assigner.assign();
    return board.effects();
  }

  Board board() {
    return board;
  }

  PlanWalk walk() {
    return walk;
  }

  private void enter(Contact contact) {
    Optional<Entry> known = board.entry(contact.id());
    if (known.isEmpty()) {
      walk.arrive(contact);
      return;
    }
    Entry entry = known.get();
    Contact revised = Revision.of(entry.contact(), contact);
    if (revised.equals(entry.contact())) {
      return;
    }
    Entry changed = entry.with(revised);
    board.put(changed);
    boolean moreDanger = revised.danger().compareTo(entry.contact().danger()) > 0;
    switch (entry.phase()) {
      case Phase.Queued() -> walk.begin(changed);
      case Phase.Ringing() -> {
        if (moreDanger) {
          walk.begin(changed);
        }
      }
      case Phase.Offered(Offer offer, Instant until) -> {
        Offer shown = offer.of(revised);
        board.put(changed.in(new Phase.Offered(shown, until)));
        board.tell(new Effect.OfferRevised(shown, changed.waited(board.now())));
      }
      case Phase.Asked round when moreDanger -> {
        together.end(round, OfferOutcome.ELSEWHERE);
        walk.begin(changed.in(new Phase.Queued()));
      }
      case Phase.Asked round -> board.put(changed.in(together.revised(round, changed)));
      case Phase.Talking talking -> {}
    }
  }

  private void leave(Entry entry) {
    board.remove(entry.id());
    switch (entry.phase()) {
      case Phase.Queued() -> {}
      case Phase.Ringing() -> {}
      case Phase.Offered(Offer offer, Instant until) ->
          board.endOffer(offer, OfferOutcome.LEFT, true);
      case Phase.Asked round -> together.end(round, OfferOutcome.LEFT);
      case Phase.Talking(PrincipalId operator, Optional<Phase.Handover> handover) -> {
        handover.ifPresent(open -> handovers.drop(open, OfferOutcome.LEFT));
        board.release(operator, entry.id());
      }
    }
    board.decide(entry.id(), "left", "", Optional.empty(), List.of());
  }

  private void ringEnded(Entry entry, boolean answered) {
    if (!(entry.phase() instanceof Phase.Ringing)) {
      return;
    }
    String code = answered ? "ring-answered" : "ring-unanswered";
    board.decide(entry.id(), code, Integer.toString(entry.step()), Optional.empty(), List.of());
    if (answered) {
      board.remove(entry.id());
    } else {
      walk.next(entry);
    }
  }

  private void accept(Entry entry, OfferId id) {
    switch (entry.phase()) {
      case Phase.Offered(Offer offer, Instant until) when offer.id().equals(id) -> {
        taken(entry, offer);
      }
      case Phase.Asked round -> acceptInRound(entry, round, id);
      case Phase.Talking talking ->
          talking.handover().ifPresent(handover -> handovers.accepted(entry, talking, handover));
      case Phase.Offered other -> {}
      case Phase.Queued() -> {}
      case Phase.Ringing() -> {}
    }
  }

  /// Nothing changes for a contact that is known to talk. An operator who is not known yet, or
  /// talks with somebody else, is asked for again with the next list.
  private void resume(Contact contact, PrincipalId operator) {
    Optional<Entry> known = board.entry(contact.id());
    boolean talks = known.flatMap(Entry::operator).isPresent();
    boolean free =
        board
            .seat(operator)
            .map(seat -> seat.call().isEmpty())
            .orElseGet(() -> seatEvents.sitsNowhere(operator));
    if (talks || !free) {
      return;
    }
    if (known.isEmpty()) {
      walk.arrive(contact);
    }
    Entry entry = board.entry(contact.id()).orElseThrow();
    if (entry.phase() instanceof Phase.Offered(Offer offer, Instant until)) {
      board.endOffer(offer, OfferOutcome.TAKEN, !offer.operator().equals(operator));
    }
    if (entry.phase() instanceof Phase.Asked round) {
      together.end(round, OfferOutcome.ELSEWHERE);
    }
    board.change(operator, seat -> seat.talkingTo(contact.id(), contact.channel()));
    board.put(entry.in(new Phase.Talking(operator, Optional.empty())).interrupted(false));
    board.decide(contact.id(), "resumed", "", Optional.of(operator), List.of());
  }

  private void acceptInRound(Entry entry, Phase.Asked round, OfferId id) {
    Optional<Offer> offer = Optional.ofNullable(round.offers().get(id));
    together.end(together.without(round, id), OfferOutcome.ELSEWHERE);
    offer.ifPresentOrElse(
        made -> taken(entry, made),
        () -> {
          board.decide(entry.id(), "ring-answered", id.value(), Optional.empty(), List.of());
          board.remove(entry.id());
        });
  }

  private void taken(Entry entry, Offer offer) {
    Contact contact = entry.contact();
    board.endOffer(offer, OfferOutcome.TAKEN, false);
    board.change(offer.operator(), seat -> seat.talkingTo(contact.id(), contact.channel()));
    board.put(entry.in(new Phase.Talking(offer.operator(), Optional.empty())).interrupted(false));
    board.tell(new Effect.Joined(contact, offer.operator(), entry.waited(board.now())));
  }

  private void refuse(Entry entry, OfferId id, OfferOutcome how, boolean withdraw) {
    switch (entry.phase()) {
      case Phase.Offered(Offer offer, Instant until) when offer.id().equals(id) -> {
        board.endOffer(offer, how, withdraw);
        Entry back = entry.in(new Phase.Queued());
        Entry asked = how.refusal() ? back.refusedBy(offer.operator(), board.now()) : back;
        board.put(asked);
        walk.settle(asked);
      }
      case Phase.Asked round -> refusedInRound(entry, round, id, how, withdraw);
      case Phase.Talking talking ->
          talking
              .handover()
              .ifPresent(handover -> handovers.refused(entry, talking, handover, how, withdraw));
      case Phase.Offered other -> {}
      case Phase.Queued() -> {}
      case Phase.Ringing() -> {}
    }
  }

  /// Where nobody is left to ask, the plan goes on.
  private void refusedInRound(
      Entry entry, Phase.Asked round, OfferId id, OfferOutcome how, boolean withdraw) {
    Optional<Offer> offer = Optional.ofNullable(round.offers().get(id));
    offer.ifPresent(made -> board.endOffer(made, how, withdraw));
    Phase.Asked left = together.without(round, id);
    Entry asked =
        offer
            .filter(made -> how.refusal())
            .map(made -> entry.refusedBy(made.operator(), board.now()))
            .orElse(entry);
    if (left.over()) {
      walk.next(asked.in(new Phase.Queued()));
    } else {
      board.put(asked.in(left));
    }
  }

  private void roundOver(Entry entry, Phase.Asked round) {
    Entry asked = entry;
    for (Offer offer : round.offers().values()) {
      asked = asked.refusedBy(offer.operator(), board.now());
    }
    together.end(round, OfferOutcome.TIMEOUT);
    walk.next(asked.in(new Phase.Queued()));
  }

  /// Who has picked up in time may hear the announcement to its end before she decides.
  private void pickedUp(PrincipalId operator) {
    Instant decideBy = board.now().plus(board.settings().announcement());
    for (Entry entry : List.copyOf(board.entries())) {
      if (entry.phase() instanceof Phase.Offered(Offer offer, Instant until)
          && offer.operator().equals(operator)
          && entry.contact().channel() == ContactChannel.CALL
          && until.isBefore(decideBy)) {
        board.put(entry.in(new Phase.Offered(offer, decideBy)));
      }
      if (entry.phase() instanceof Phase.Asked round
          && round.offer(operator).isPresent()
          && round.until().isBefore(decideBy)) {
        board.put(entry.in(new Phase.Asked(round.id(), round.offers(), round.outside(), decideBy)));
      }
    }
  }

  /// An operator's device went away while an offer rang there.
  private void lost(Seat seat, ContactChannel channel) {
    for (Entry entry : List.copyOf(board.entries())) {
      Optional<Offer> offer =
          switch (entry.phase()) {
            case Phase.Offered offered -> Optional.of(offered.offer());
            case Phase.Asked round -> round.offer(seat.operator());
            case Phase.Talking talking -> talking.handover().map(Phase.Handover::offer);
            case Phase.Queued() -> Optional.empty();
            case Phase.Ringing() -> Optional.empty();
          };
      offer
          .filter(made -> made.operator().equals(seat.operator()))
          .filter(made -> made.contact().channel() == channel)
          .ifPresent(made -> refuse(entry, made.id(), OfferOutcome.LOST, true));
    }
  }

  private void part(ContactId contact, PrincipalId operator, boolean again) {
    Optional<Entry> talking =
        board.entry(contact).filter(entry -> entry.operator().filter(operator::equals).isPresent());
    if (talking.isEmpty()) {
      board.release(operator, contact);
    } else if (again) {
      interrupt(contact, operator);
    } else {
      leave(talking.get());
    }
  }

  private void interrupt(ContactId contact, PrincipalId operator) {
    board.release(operator, contact);
    board
        .entry(contact)
        .ifPresent(entry -> {
          if (entry.phase() instanceof Phase.Talking talking) {
            talking.handover().ifPresent(open -> handovers.drop(open, OfferOutcome.LOST));
          }
          board.tell(new Effect.Interrupted(contact, operator));
          walk.begin(entry.in(new Phase.Queued()).interrupted(true));
        });
  }

  private void tick() {
    seatEvents.tick();
    for (Entry entry : List.copyOf(board.entries())) {
      switch (entry.phase()) {
        case Phase.Offered(Offer offer, Instant until) when !until.isAfter(board.now()) ->
            refuse(entry, offer.id(), OfferOutcome.TIMEOUT, true);
        case Phase.Talking(PrincipalId operator, Optional<Phase.Handover> open) ->
            open.filter(handover -> !handover.until().isAfter(board.now()))
                .ifPresent(
                    handover -> refuse(entry, handover.offer().id(), OfferOutcome.TIMEOUT, true));
        case Phase.Asked round when round.over() || !round.until().isAfter(board.now()) ->
            roundOver(entry, round);
        case Phase.Asked round -> {}
        case Phase.Offered offered -> {}
        case Phase.Queued() -> {}
        case Phase.Ringing() -> {}
      }
    }
    settle();
  }

  private void settle() {
    for (Entry entry : List.copyOf(board.entries())) {
      if (entry.queued()) {
        walk.settle(entry);
      }
    }
  }
}
