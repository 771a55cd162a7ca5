package org.ariane.chat.web;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ariane.chat.session.ChatEvent;
import org.ariane.chat.text.Letters;
import org.ariane.chat.text.Said;
import org.ariane.chat.text.TextWords;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.Postcode;
import org.ariane.router.contact.Contact;
import org.ariane.router.contact.ContactChannel;
import org.ariane.router.contact.ContactId;
import org.ariane.router.contact.Danger;
import org.ariane.router.contact.Medium;
import org.ariane.router.contact.Told;
import org.ariane.router.desk.MessageId;
import org.ariane.router.dispatch.LogUnavailableException;
import org.ariane.router.identity.Ulid;
import org.ariane.router.text.TextChat;
import org.ariane.router.text.TextInbox;
import org.ariane.router.text.TextMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Text messages come in: the first of a number opens a chat, the others go on with it, until it
/// ends. Safe from any thread.
final class TextDoor implements TextInbox {
  private static final Logger LOG = LoggerFactory.getLogger(TextDoor.class);
  private static final Duration AGAIN_AFTER = Duration.ofSeconds(2);

  private final TextParts parts;
  private final ChatRooms rooms;
  private final ChatLane lane;
  private final Places places;
  private final InstantSource clock;
  private final TextWords words = TextWords.shipped();
  private final TextLedger ledger;
  private final TextNotices notices;
  private final Ulid ulids;
  private final Map<PhoneNumber, ChatRoom> open = new HashMap<>();

  TextDoor(TextParts parts, ChatRooms rooms, ChatLane lane, Places places, InstantSource clock) {
    this.parts = parts;
    this.rooms = rooms;
    this.lane = lane;
    this.places = places;
    this.clock = clock;
    this.ledger = new TextLedger(parts.store(), parts.virtualThreads(), parts.later());
    this.notices =
        new TextNotices(parts.outbox(), parts.virtualThreads(), parts.later(), clock.instant());
    this.ulids = new Ulid(clock, new SecureRandom());
  }

  /// Goes on with the chats of the server before.
  void goOn() {
    List<TextChat> kept;
    try {
      kept = parts.store().all();
    } catch (LogUnavailableException e) {
      LOG.warn("the text chats of the server before are not read yet: {}", e.getMessage());
      parts.later().run(AGAIN_AFTER, this::goOn);
      return;
    }
    kept.forEach(this::goOn);
  }

  private synchronized void goOn(TextChat chat) {
    if (found(chat.phone()).isPresent()) {
      return;
    }
    LOG.info("{} goes on", chat);
    TextWay way = way(chat.phone(), chat.line());
    ChatRoom room = enter(chat.contact(), chat.phone(), way);
    way.again();
    lane.queue(room);
  }

  @Override
  public synchronized void receive(TextMessage message) {
    Instant now = clock.instant();
    Letters letters = letters(message.line());
    if (message.words().isEmpty()) {
      parts.count("unreadable");
      notices.answer(message, letters.unreadable(), now);
      return;
    }
    Optional<ChatRoom> room = found(message.from()).or(() -> begin(message, letters, now));
    room.ifPresent(found -> {
      parts.count("received");
      said(found, message.words().get());
      if (found.way() instanceof TextWay way && way.tooFast(now) && message.missed() > 0) {
        parts.count("missed");
        notices.answer(message, letters.missed(), now);
      }
    });
  }

  private Optional<ChatRoom> found(PhoneNumber phone) {
    open.values().removeIf(ChatRoom::closed);
    return Optional.ofNullable(open.get(phone));
  }

  private Optional<ChatRoom> begin(TextMessage message, Letters letters, Instant now) {
    if (!rooms.mayOpen(TextWay.ADDRESS)) {
      parts.count("full");
      notices.answer(message, letters.full(), now);
      return Optional.empty();
    }
    Contact contact =
        new Contact(
            ContactId.mint(ulids),
            ContactChannel.CHAT,
            places.dialled(message.line()),
            Optional.empty(),
            Optional.empty(),
            Danger.NONE,
            false,
            Optional.empty(),
            now,
            message.exercise(),
            Told.NOTHING,
            Medium.TEXT_MESSAGE);
    TextWay way = way(message.from(), message.line());
    ledger.begin(way.chat(contact));
    ChatRoom room = enter(contact, message.from(), way);
    way.welcome();
    lane.queue(room);
    return Optional.of(room);
  }

  private ChatRoom enter(Contact contact, PhoneNumber phone, TextWay way) {
    ChatRoom room = new ChatRoom(contact, way, lane);
    rooms.add(room);
    open.put(phone, room);
    lane.switchboard().enter(contact);
    return room;
  }

  private void said(ChatRoom room, String text) {
    Said said =
        Said.of(
            text,
            room.asked().isPresent(),
            room.placeMissing(),
            postcode -> places.served(Optional.of(postcode)));
    if (room.way() instanceof TextWay way) {
      room.apply(new ChatEvent.VisitorSaid(new MessageId("t" + way.count()), text));
    }
    switch (said) {
      case Said.Danger() -> room.apply(danger(room.contact().postcode()));
      case Said.Place(Postcode postcode) -> {
        Optional<Postcode> place = Optional.of(postcode);
        room.apply(
            new ChatEvent.PlaceSaid(
                postcode, places.served(place), places.numbers(place, Optional.empty())));
      }
      case Said.Consent(var answer) ->
          room.asked().ifPresent(id -> room.apply(new ChatEvent.Consented(id, answer)));
      case Said.Words() -> {}
    }
  }

  private ChatEvent.DangerSaid danger(Optional<Postcode> place) {
    return new ChatEvent.DangerSaid(places.served(place), places.numbers(place, Optional.empty()));
  }

  private TextWay way(PhoneNumber phone, PhoneNumber line) {
    TextPost post =
        new TextPost(
            part -> {
              boolean taken = parts.outbox().send(line, phone, part);
              parts.count(taken ? "sent" : "held");
              return taken;
            },
            parts.virtualThreads(),
            parts.later());
    return new TextWay(phone, line, letters(line), post, ledger, clock.instant());
  }

  private Letters letters(PhoneNumber line) {
    return new Letters(words, places.language(line, words.languages()));
  }
}
