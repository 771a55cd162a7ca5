package org.ariane.router.assignment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.ariane.router.contact.Contact;
import org.ariane.router.plan.Step;
import org.ariane.router.presence.Seat;

/// Rounds in which several are asked at once: operators and services' numbers. One takes her, the
/// others stop ringing and are not held to have let her pass.
final class Together {
  private final Board board;
  private final Supplier<OfferId> ids;

  Together(Board board, Supplier<OfferId> ids) {
    this.board = board;
    this.ids = ids;
  }

  /// Rings the services' numbers; operators are added by [#ask].
  Phase.Asked begin(Entry entry, Step.Together step) {
    OfferId round = ids.get();
    Map<OfferId, Outside> outside = new LinkedHashMap<>();
    for (Step.Ring ring : step.rings()) {
      Outside rung =
          new Outside(
              ids.get(),
              round,
              entry.contact(),
              ring.service(),
              ring.number(),
              step.within(),
              ring.askIn());
      outside.put(rung.id(), rung);
      board.rung(rung);
      board.tell(new Effect.OutsideRung(rung));
      board.decide(entry.id(), "asked", ring.service().value(), Optional.empty(), List.of());
    }
    return new Phase.Asked(round, Map.of(), outside, entry.stepEnds());
  }

  /// Asks these too: all who are free when a round begins, later whoever becomes free.
  void ask(Entry entry, Phase.Asked round, List<Seat> free) {
    Contact contact = entry.contact();
    Map<OfferId, Offer> offers = new LinkedHashMap<>(round.offers());
    for (Seat seat : free) {
      Offer offer =
          new Offer(
              ids.get(),
              round.id(),
              contact,
              seat.operator(),
              board.settings().offer(contact.channel()),
              LongestIdle.reasons(seat, contact, board.now()));
      offers.put(offer.id(), offer);
      board.reserve(offer);
      board.tell(new Effect.OfferMade(offer, entry.waited(board.now()), Optional.empty()));
      board.decide(
          contact.id(), "offered", offer.id().value(), Optional.of(offer.operator()), List.of());
    }
    board.put(entry.in(new Phase.Asked(round.id(), offers, round.outside(), round.until())));
  }

  /// Ends what still rings.
  void end(Phase.Asked round, OfferOutcome how) {
    round.offers().values().forEach(offer -> board.endOffer(offer, how, true));
    round
        .outside()
        .values()
        .forEach(outside -> {
          board.ended(outside);
          board.tell(new Effect.OutsideEnded(outside));
        });
  }

  /// The round without one of its offers; the rest goes on.
  Phase.Asked without(Phase.Asked round, OfferId id) {
    Map<OfferId, Offer> offers = new LinkedHashMap<>(round.offers());
    Map<OfferId, Outside> outside = new LinkedHashMap<>(round.outside());
    offers.remove(id);
    Optional.ofNullable(outside.remove(id)).ifPresent(board::ended);
    return new Phase.Asked(round.id(), offers, outside, round.until());
  }

  Phase.Asked revised(Phase.Asked round, Entry entry) {
    Map<OfferId, Offer> offers = new LinkedHashMap<>();
    for (Offer offer : round.offers().values()) {
      Offer shown = offer.of(entry.contact());
      offers.put(shown.id(), shown);
      board.tell(new Effect.OfferRevised(shown, entry.waited(board.now())));
    }
    return new Phase.Asked(round.id(), offers, round.outside(), round.until());
  }
}
