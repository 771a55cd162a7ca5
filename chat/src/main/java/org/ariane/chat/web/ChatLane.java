package org.ariane.chat.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.ariane.chat.protocol.ServerFrame.Alternative;
import org.ariane.chat.session.ChatEvent;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.assignment.Effect;
import org.ariane.router.assignment.LiveSwitchboard;
import org.ariane.router.assignment.Offer;
import org.ariane.router.assignment.OfferPort;
import org.ariane.router.assignment.Turn;
import org.ariane.router.contact.Contact;
import org.ariane.router.contact.ContactChannel;
import org.ariane.router.contact.ContactId;
import org.ariane.router.desk.DeskPort;
import org.ariane.router.plan.Step;
import org.ariane.router.presence.Seat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Joins the open chats to the switchboard: what it decides reaches the rooms, and what rooms want
/// reaches it.
final class ChatLane implements ChatWorld, OfferPort, Consumer<Effect> {
  private static final Logger LOG = LoggerFactory.getLogger(ChatLane.class);
  private static final Duration ALARM_PATIENCE = Duration.ofSeconds(4);

  private final ChatRooms rooms;
  private final LiveSwitchboard switchboard;
  private final DeskPort desks;
  private final Places places;
  private final ChatAlarms alarms;
  private final InstantSource clock;
  private final Executor virtualThreads;
  private final Later later;

  /// Runs something after a while.
  @FunctionalInterface
  interface Later {
    void run(Duration after, Runnable task);
  }

  ChatLane(
      ChatRooms rooms,
      LiveSwitchboard switchboard,
      DeskPort desks,
      Places places,
      ChatAlarms alarms,
      InstantSource clock,
      Executor virtualThreads,
      Later later) {
    this.rooms = rooms;
    this.switchboard = switchboard;
    this.desks = desks;
    this.places = places;
    this.alarms = alarms;
    this.clock = clock;
    this.virtualThreads = virtualThreads;
    this.later = later;
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public LiveSwitchboard switchboard() {
    return switchboard;
  }

  @Override
  public DeskPort desks() {
    return desks;
  }

  /// She may have to dial herself, so an answer that is late counts as none until it comes.
  @Override
  public void raise(ChatRoom room, Contact contact) {
    var answered = new AtomicBoolean();
    virtualThreads.execute(() -> {
      ChatEvent.AlarmAnswered answer = answer(contact, room.way().phone());
      answered.set(true);
      room.apply(answer);
    });
    later.run(
        ALARM_PATIENCE,
        () -> {
          if (!answered.get()) {
            LOG.warn("contact {}: the alarm is not confirmed yet", contact.id());
            room.apply(alarms.unknown(contact));
          }
        });
  }

  private ChatEvent.AlarmAnswered answer(Contact contact, Optional<PhoneNumber> phone) {
    try {
      return alarms.raise(contact, phone, clock.instant());
    } catch (RuntimeException e) {
      LOG.error("contact {}: the alarm could not be handed in", contact.id(), e);
      return alarms.unknown(contact);
    }
  }

  @Override
  public void gone(ChatRoom room) {
    rooms.over(room);
  }

  /// The desk shows offers by itself; here it is only made sure that she is still there.
  @Override
  public void ring(Offer offer) {
    if (rooms.find(offer.contact().id()).isEmpty()) {
      switchboard.leave(offer.contact().id());
    }
  }

  @Override
  public void withdraw(Offer offer) {}

  @Override
  public void accept(Effect effect) {
    switch (effect) {
      case Effect.Joined joined -> joined(joined);
      case Effect.Interrupted interrupted ->
          room(interrupted.contact())
              .ifPresent(room -> {
                room.apply(new ChatEvent.Interrupted(interrupted.operator()));
                queue(room);
              });
      case Effect.HandoverOffered offered ->
          room(offered.contact()).ifPresent(room -> room.apply(new ChatEvent.TransferOffered()));
      case Effect.HandedOver handed ->
          room(handed.contact().id()).ifPresent(room -> handedOver(room, handed.to()));
      case Effect.HandoverFailed failed ->
          room(failed.contact())
              .ifPresent(room -> room.apply(new ChatEvent.TransferFailed(failed.cause())));
      case Effect.OfferMade made -> {}
      case Effect.OutsideRung rung -> {}
      case Effect.OutsideEnded ended -> {}
      case Effect.OfferRevised revised -> {}
      case Effect.OfferEnded ended -> {}
      case Effect.PresenceChanged changed -> {}
      case Effect.Decided decided -> {}
    }
  }

  private void joined(Effect.Joined joined) {
    Contact contact = joined.contact();
    if (contact.channel() != ContactChannel.CHAT) {
      return;
    }
    ServiceId desk = desk(joined.operator());
    Optional<ChatRoom> room = room(contact.id());
    if (room.isEmpty()) {
      switchboard.leave(contact.id());
    }
    room.ifPresent(
        found -> found.apply(new ChatEvent.Joined(joined.operator(), desk, places.name(desk))));
  }

  private void handedOver(ChatRoom room, PrincipalId operator) {
    ServiceId desk = desk(operator);
    room.apply(new ChatEvent.TransferAccepted(operator, desk, places.name(desk)));
  }

  private Optional<ChatRoom> room(ContactId contact) {
    return rooms.find(contact);
  }

  private ServiceId desk(PrincipalId operator) {
    return switchboard.seat(operator).map(Seat::desk).orElseThrow();
  }

  /// She begins to wait: what else she could call, and her place in the queue.
  void queue(ChatRoom room) {
    room.offering(alternatives(room.id()));
    tell(room, switchboard.turn(room.id()));
  }

  /// Places in the queue as they are now.
  void refresh() {
    Map<ContactId, Turn> waiting = switchboard.waiting(ContactChannel.CHAT);
    for (ChatRoom room : rooms.open()) {
      Turn turn = waiting.get(room.id());
      if (turn != null) {
        tell(room, turn);
      }
    }
  }

  private static void tell(ChatRoom room, Turn turn) {
    if (turn instanceof Turn.Wait wait) {
      room.waits(wait.position(), wait.expected().map(ChatLane::rounded));
    }
  }

  /// Half minutes: a number that changes every second promises more than is known.
  private static long rounded(Duration expected) {
    return Math.max(30, (expected.toSeconds() + 29) / 30 * 30);
  }

  private List<Alternative> alternatives(ContactId contact) {
    List<Alternative> numbers = new ArrayList<>();
    switchboard
        .plan(contact)
        .ifPresent(plan -> plan.steps().forEach(step -> alternative(step).ifPresent(numbers::add)));
    return numbers;
  }

  private Optional<Alternative> alternative(Step step) {
    return switch (step) {
      case Step.Ring ring ->
          Optional.of(new Alternative(places.name(ring.service()), shown(ring.number())));
      case Step.Fallback fallback ->
          Optional.of(new Alternative(shown(fallback.number()), shown(fallback.number())));
      case Step.Offer offer -> Optional.empty();
      case Step.Together together -> Optional.empty();
      case Step.Announce announce -> Optional.empty();
    };
  }

  private static String shown(PhoneNumber number) {
    return number.dialled();
  }

  /// Lets time pass for all chats.
  void age(ChatSettings settings) {
    for (ChatRoom room : rooms.all()) {
      if (room.age(settings)) {
        rooms.erase(room);
      }
    }
  }
}
