package org.ariane.router.assignment;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.contact.Contact;
import org.ariane.router.contact.ContactId;
import org.ariane.router.presence.Seat;

/// Transfers to another desk. The contact stays with her operator until somebody there accepts;
/// where nobody does, nothing has changed for her.
final class Handovers {
  private final Board board;
  private final Assigner assigner;

  Handovers(Board board, Assigner assigner) {
    this.board = board;
    this.assigner = assigner;
  }

  void ask(ContactId contact, PrincipalId from, ServiceId to) {
    Optional<Entry> talking =
        board
            .entry(contact)
            .filter(entry ->
                entry.phase() instanceof Phase.Talking now
                    && now.operator().equals(from)
                    && now.handover().isEmpty());
    if (talking.isPresent()) {
      offer(talking.get(), from, to, Set.of(), "nobody");
    } else {
      board.tell(new Effect.HandoverFailed(contact, from, to, "gone"));
    }
  }

  void accepted(Entry entry, Phase.Talking talking, Phase.Handover handover) {
    Contact contact = entry.contact();
    PrincipalId next = handover.offer().operator();
    board.endOffer(handover.offer(), OfferOutcome.TAKEN, false);
    board.release(talking.operator(), contact.id());
    board.change(next, seat -> seat.talkingTo(contact.id(), contact.channel()));
    board.put(entry.in(new Phase.Talking(next, Optional.empty())));
    board.tell(new Effect.HandedOver(contact, talking.operator(), next));
  }

  void refused(
      Entry entry, Phase.Talking talking, Phase.Handover handover, OfferOutcome how, boolean tell) {
    board.endOffer(handover.offer(), how, tell);
    Set<PrincipalId> asked = new HashSet<>(handover.asked());
    asked.add(handover.offer().operator());
    Entry alone = entry.in(new Phase.Talking(talking.operator(), Optional.empty()));
    board.put(alone);
    offer(alone, talking.operator(), handover.to(), asked, how.wireName());
  }

  /// The contact left, or the first operator was lost.
  void drop(Phase.Handover handover, OfferOutcome how) {
    board.endOffer(handover.offer(), how, true);
  }

  /// A call is another operator's now; the first one writes it up.
  void moved(ContactId contact, PrincipalId from, PrincipalId to) {
    talking(contact, from)
        .ifPresent(entry -> {
          board.release(from, contact);
          board.change(to, seat -> seat.talkingTo(contact, entry.contact().channel()));
          board.put(entry.in(new Phase.Talking(to, Optional.empty())));
          board.tell(new Effect.HandedOver(entry.contact(), from, to));
        });
  }

  /// A call is somebody's outside now; should she come back, she enters anew.
  void out(ContactId contact, PrincipalId from) {
    talking(contact, from)
        .ifPresent(entry -> {
          board.remove(contact);
          board.release(from, contact);
        });
  }

  private Optional<Entry> talking(ContactId contact, PrincipalId operator) {
    return board
        .entry(contact)
        .filter(entry -> entry.operator().filter(operator::equals).isPresent());
  }

  private void offer(
      Entry entry, PrincipalId from, ServiceId to, Set<PrincipalId> asked, String cause) {
    Contact contact = entry.contact();
    List<Seat> free =
        board.seats().stream()
            .filter(seat -> seat.desk().equals(to))
            .filter(seat -> !seat.operator().equals(from) && !asked.contains(seat.operator()))
            .filter(seat -> board.free(seat, contact.channel()))
            .toList();
    Optional<Seat> chosen = LongestIdle.choose(free, contact.language());
    if (chosen.isEmpty()) {
      board.tell(new Effect.HandoverFailed(contact.id(), from, to, cause));
      board.decide(contact.id(), "handover-failed", cause, Optional.of(from), List.of());
      return;
    }
    Offer offer = assigner.make(contact, chosen.get());
    Phase.Handover handover =
        new Phase.Handover(to, offer, board.now().plus(offer.within()), asked);
    board.put(entry.in(new Phase.Talking(from, Optional.of(handover))));
    Optional<ServiceId> desk = board.seat(from).map(Seat::desk);
    board.tell(new Effect.OfferMade(offer, entry.waited(board.now()), desk));
    board.tell(new Effect.HandoverOffered(contact.id(), from, to));
    board.decide(
        contact.id(),
        "handover-offered",
        offer.id().value(),
        Optional.of(chosen.get().operator()),
        List.of());
  }
}
