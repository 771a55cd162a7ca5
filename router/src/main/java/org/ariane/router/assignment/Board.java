package org.ariane.router.assignment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.contact.ContactChannel;
import org.ariane.router.contact.ContactId;
import org.ariane.router.plan.Staffing;
import org.ariane.router.presence.Presence;
import org.ariane.router.presence.Seat;

/// All contacts and seats at one moment, and the effects of the event that is being applied. Not
/// safe for several threads; the shell around it sees to that.
final class Board {
  private final SwitchboardSettings settings;
  private final Map<ContactId, Entry> entries = new LinkedHashMap<>();
  private final Map<PrincipalId, Seat> seats = new LinkedHashMap<>();
  private final Map<OfferId, ContactId> offers = new HashMap<>();
  private final Map<PrincipalId, Presence> shown = new HashMap<>();
  private final Pace pace = new Pace();
  private List<Effect> effects = new ArrayList<>();
  private Instant now = Instant.EPOCH;

  Board(SwitchboardSettings settings) {
    this.settings = settings;
  }

  void begin(Instant at) {
    now = at;
    effects = new ArrayList<>();
  }

  /// Ends the event: what changed of presences is told too.
  List<Effect> effects() {
    for (Seat seat : seats.values()) {
      Presence presence = presence(seat);
      if (shown.put(seat.operator(), presence) != presence) {
        effects.add(new Effect.PresenceChanged(seat.operator(), presence));
      }
    }
    return List.copyOf(effects);
  }

  SwitchboardSettings settings() {
    return settings;
  }

  Instant now() {
    return now;
  }

  void tell(Effect effect) {
    effects.add(effect);
  }

  void decide(
      ContactId contact,
      String code,
      String detail,
      Optional<PrincipalId> chosen,
      List<Decision.PassedOver> passedOver) {
    tell(new Effect.Decided(new Decision(now, contact, code, detail, chosen, passedOver)));
  }

  Optional<Entry> entry(ContactId id) {
    return Optional.ofNullable(entries.get(id));
  }

  Optional<Entry> entry(OfferId id) {
    return Optional.ofNullable(offers.get(id)).flatMap(this::entry);
  }

  Collection<Entry> entries() {
    return entries.values();
  }

  void put(Entry entry) {
    entries.put(entry.id(), entry);
  }

  void remove(ContactId id) {
    entries.remove(id);
  }

  List<Entry> queue() {
    return entries.values().stream()
        .filter(entry -> entry.queued() || entry.phase() instanceof Phase.Asked)
        .sorted(QueueOrder.NEXT_FIRST)
        .toList();
  }

  Optional<Seat> seat(PrincipalId id) {
    return Optional.ofNullable(seats.get(id));
  }

  Collection<Seat> seats() {
    return seats.values();
  }

  void put(Seat seat) {
    Seat before = seats.put(seat.operator(), seat);
    if (before != null) {
      pace.changed(before, seat, now);
    }
  }

  void change(PrincipalId id, UnaryOperator<Seat> change) {
    seat(id).ifPresent(seat -> put(change.apply(seat)));
  }

  /// How long she may honestly be told that it takes; empty where nobody is there or too little is
  /// known.
  Optional<Duration> expected(Entry entry, int place, Instant at) {
    ContactChannel channel = entry.contact().channel();
    int operators = onShift(entry.desks(), channel).size();
    int side = channel == ContactChannel.CHAT ? settings.chatsAtMost() : 1;
    Duration around = settings.wrapUp().plus(settings.offer(channel));
    return pace.served(entry.desks(), channel, around, at).wait(place, operators * side);
  }

  Presence presence(Seat seat) {
    return seat.presence(settings.chatsAtMost(), now);
  }

  boolean anyFree(ContactChannel channel) {
    return seats.values().stream().anyMatch(seat -> free(seat, channel));
  }

  boolean free(Seat seat, ContactChannel channel) {
    return seat.obstacle(channel, settings.chatsAtMost(), now).isEmpty();
  }

  /// Operators of these desks who are at work on the channel, free or not.
  List<Seat> onShift(Collection<ServiceId> desks, ContactChannel channel) {
    return seats.values().stream()
        .filter(seat -> desks.contains(seat.desk()) && seat.onShift(channel))
        .toList();
  }

  Staffing.Present staffing(ContactChannel channel) {
    return new Staffing.Present(
        seats.values().stream()
            .filter(seat -> seat.onShift(channel))
            .map(seat ->
                new Staffing.OnShift(
                    seat.operator(), seat.desk(), seat.languages(), free(seat, channel)))
            .toList());
  }

  void reserve(Offer offer) {
    offers.put(offer.id(), offer.contact().id());
    change(offer.operator(), seat -> seat.withReserved(true));
  }

  void rung(Outside outside) {
    offers.put(outside.id(), outside.contact().id());
  }

  void ended(Outside outside) {
    offers.remove(outside.id());
  }

  private static Seat reaction(Seat seat, OfferOutcome outcome) {
    return switch (outcome) {
      case TIMEOUT, UNANSWERED -> seat.missedOne();
      case TAKEN, DECLINED -> seat.reacted();
      case ELSEWHERE, LEFT, LOST -> seat;
    };
  }

  void endOffer(Offer offer, OfferOutcome outcome, boolean withdraw) {
    offers.remove(offer.id());
    change(offer.operator(), seat -> reaction(seat.withReserved(false), outcome));
    tell(new Effect.OfferEnded(offer, outcome, withdraw));
    decide(
        offer.contact().id(),
        outcome.wireName(),
        offer.id().value(),
        Optional.of(offer.operator()),
        List.of());
  }

  /// The operator of a conversation is free again, after writing it up.
  void release(PrincipalId operator, ContactId contact) {
    change(
        operator,
        seat ->
            seat.talksTo(contact) ? seat.partedFrom(contact, now.plus(settings.wrapUp())) : seat);
  }

  int standingOffers() {
    return offers.size();
  }
}
