package org.ariane.chat.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ariane.chat.protocol.ServerFrame;
import org.ariane.chat.protocol.ServerFrame.Alternative;
import org.ariane.chat.session.ChatEffect;
import org.ariane.chat.session.ChatEvent;
import org.ariane.chat.session.ChatSession;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.contact.Contact;
import org.ariane.router.contact.ContactId;
import org.ariane.router.desk.Conversation;
import org.ariane.router.desk.http.LiveSocket;

/// One open chat: the state machine under a lock, and the way to her. All in memory, all gone at
/// the end.
final class ChatRoom {
  private final ChatSession session;
  private final Way way;
  private final ChatWorld world;
  private List<Alternative> alternatives = List.of();
  private boolean closed;

  ChatRoom(Contact contact, Way way, ChatWorld world) {
    this.session = new ChatSession(contact, world.now());
    this.way = way;
    this.world = world;
  }

  ContactId id() {
    return session.id();
  }

  Way way() {
    return way;
  }

  synchronized Contact contact() {
    return session.contact();
  }

  synchronized boolean waits() {
    return session.waits();
  }

  /// Whether nobody can come before she says where she is.
  synchronized boolean placeMissing() {
    return session.placeMissing();
  }

  /// The transfer that waits for her answer.
  synchronized Optional<String> asked() {
    return session.asked();
  }

  synchronized Optional<Conversation> seenBy(PrincipalId operator) {
    return session.operator().filter(operator::equals).map(session::seenBy);
  }

  synchronized void begin(LiveSocket live) {
    switch (way) {
      case PageWay page -> page.begin(live);
      case TextWay text -> {}
    }
  }

  /// Goes on at another socket. False where what she missed is no longer known.
  synchronized boolean resume(LiveSocket live, long received) {
    return switch (way) {
      case PageWay page -> page.resume(live, received);
      case TextWay text -> false;
    };
  }

  /// Her socket is gone.
  synchronized void cut(LiveSocket live, Instant now) {
    switch (way) {
      case PageWay page -> page.cut(live, now);
      case TextWay text -> {}
    }
  }

  synchronized void waits(int position, Optional<Long> expectedS) {
    apply(new ChatEvent.Waits(position, expectedS, alternatives));
  }

  synchronized void offering(List<Alternative> numbers) {
    alternatives = List.copyOf(numbers);
  }

  /// Whether an operator talks here; what she does elsewhere is refused.
  synchronized boolean act(PrincipalId operator, ChatEvent event) {
    boolean hers = session.operator().filter(operator::equals).isPresent();
    if (hers) {
      apply(event);
    }
    return hers;
  }

  synchronized void apply(ChatEvent event) {
    for (ChatEffect effect : session.on(event, world.now())) {
      switch (effect) {
        case ChatEffect.ToVisitor(ServerFrame frame) -> way.tell(frame);
        case ChatEffect.ToDesk news -> world.desks().tell(news.operator(), news.news());
        case ChatEffect.Revise(Contact contact) -> {
          way.revised(contact);
          world.switchboard().enter(contact);
        }
        case ChatEffect.RaiseAlarm(Contact contact) -> world.raise(this, contact);
        case ChatEffect.HandOver asked ->
            world.switchboard().handOver(id(), asked.from(), asked.to());
        case ChatEffect.Gone() -> {
          closed = true;
          way.over(id(), world.now());
          world.switchboard().leave(id());
          world.gone(this);
        }
      }
    }
  }

  /// What time does to a chat. True when nothing of it is needed any more.
  synchronized boolean age(ChatSettings settings) {
    Instant now = world.now();
    if (closed) {
      return way.spent(now, settings);
    }
    if (way.givenUp(now, session, settings)) {
      apply(new ChatEvent.VisitorLeft());
    } else if (!session.waits() && !session.lastWord().plus(settings.idle()).isAfter(now)) {
      apply(new ChatEvent.TookTooLong());
    }
    return false;
  }

  synchronized boolean closed() {
    return closed;
  }

  synchronized void hangUp(short code, String reason) {
    way.hangUp(code, reason);
  }
}
