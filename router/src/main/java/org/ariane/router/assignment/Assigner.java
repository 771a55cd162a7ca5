package org.ariane.router.assignment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ariane.directory.service.Language;
import org.ariane.router.contact.Contact;
import org.ariane.router.contact.ContactChannel;
import org.ariane.router.presence.Seat;

/// Offers waiting contacts to free operators, the next contact first.
final class Assigner {
  private static final int PASSED_OVER_AT_MOST = 30;

  private final Board board;
  private final Supplier<OfferId> offerIds;
  private final Together together;

  Assigner(Board board, Supplier<OfferId> offerIds, Together together) {
    this.together = together;
    this.board = board;
    this.offerIds = offerIds;
  }

  void assign() {
    if (!board.anyFree(ContactChannel.CALL) && !board.anyFree(ContactChannel.CHAT)) {
      return;
    }
    for (Entry entry : board.queue()) {
      if (board.anyFree(entry.contact().channel())) {
        assign(entry);
      }
    }
  }

  /// Those who may be asked beside the ones of a round that goes on.
  private void assign(Entry entry, Phase.Asked round) {
    List<Seat> free =
        board.seats().stream()
            .filter(seat -> entry.desks().contains(seat.desk()))
            .filter(seat -> obstacle(entry, seat).isEmpty())
            .toList();
    if (!free.isEmpty()) {
      together.ask(entry, round, free);
    }
  }

  private void assign(Entry entry) {
    if (entry.phase() instanceof Phase.Asked round) {
      assign(entry, round);
      return;
    }
    Contact contact = entry.contact();
    List<Seat> free = new ArrayList<>();
    List<Decision.PassedOver> passedOver = new ArrayList<>();
    for (Seat seat : board.seats()) {
      if (entry.desks().contains(seat.desk())) {
        obstacle(entry, seat)
            .ifPresentOrElse(
                code -> passedOver.add(new Decision.PassedOver(seat.operator(), code)),
                () -> free.add(seat));
      }
    }
    LongestIdle.choose(free, contact.language())
        .ifPresent(chosen -> offer(entry, chosen, free, passedOver));
  }

  /// Why an operator of the current step's desks is not offered this contact now.
  Optional<String> obstacle(Entry entry, Seat seat) {
    return seat.obstacle(entry.contact().channel(), board.settings().chatsAtMost(), board.now())
        .or(() ->
            Refusals.hold(entry, seat, board) ? Optional.of("declined-before") : Optional.empty());
  }

  private void offer(
      Entry entry, Seat chosen, List<Seat> free, List<Decision.PassedOver> passedOver) {
    Contact contact = entry.contact();
    Optional<Language> language = contact.language();
    for (Seat seat : free) {
      if (!seat.equals(chosen)) {
        passedOver.add(
            new Decision.PassedOver(
                seat.operator(), LongestIdle.lostBecause(seat, chosen, language)));
      }
    }
    Offer offer = make(contact, chosen);
    board.put(entry.in(new Phase.Offered(offer, board.now().plus(offer.within()))));
    board.tell(new Effect.OfferMade(offer, entry.waited(board.now()), Optional.empty()));
    board.decide(
        contact.id(),
        "offered",
        offer.id().value(),
        Optional.of(chosen.operator()),
        passedOver.stream().limit(PASSED_OVER_AT_MOST).toList());
  }

  /// Reserves the operator for the contact.
  Offer make(Contact contact, Seat chosen) {
    Offer offer =
        new Offer(
            offerIds.get(),
            contact,
            chosen.operator(),
            board.settings().offer(contact.channel()),
            LongestIdle.reasons(chosen, contact, board.now()));
    board.reserve(offer);
    return offer;
  }
}
