package org.ariane.chat.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ariane.chat.protocol.ServerFrame;
import org.ariane.chat.protocol.ServerFrame.Alternative;
import org.ariane.chat.session.ChatEffect;
import org.ariane.chat.session.ChatEvent;
import org.ariane.chat.session.ChatSession;
import org.ariane.chat.session.Outgoing;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.contact.Contact;
import org.ariane.router.contact.ContactId;
import org.ariane.router.desk.Conversation;
import org.ariane.router.desk.http.LiveSocket;

/// One open chat: the state machine under a lock, the frames kept for a resume, and her socket
/// where it is connected. All in memory, all gone at the end.
final class ChatRoom {
  /// Another page of hers took the chat over.
  private static final short TAKEN_OVER = 4409;

  private final ChatSession session;
  private final Outgoing outgoing = new Outgoing();
  private final String secret;
  private final String address;
  private final ChatWorld world;
  private Optional<LiveSocket> socket = Optional.empty();
  private Instant cutAt;
  private List<Alternative> alternatives = List.of();
  private boolean closed;

  ChatRoom(Contact contact, String secret, String address, ChatWorld world) {
    this.session = new ChatSession(contact);
    this.secret = secret;
    this.address = address;
    this.world = world;
    this.cutAt = contact.arrivedAt();
  }

  ContactId id() {
    return session.id();
  }

  String secret() {
    return secret;
  }

  String address() {
    return address;
  }

  synchronized Contact contact() {
    return session.contact();
  }

  synchronized boolean waits() {
    return session.waits();
  }

  synchronized Optional<Conversation> seenBy(PrincipalId operator) {
    return session.operator().filter(operator::equals).map(session::seenBy);
  }

  synchronized void begin(LiveSocket live) {
    socket = Optional.of(live);
    send(new ServerFrame.Started(secret));
  }

  /// Goes on at another socket. False where what she missed is no longer known.
  synchronized boolean resume(LiveSocket live, long received) {
    Optional<List<Outgoing.Numbered>> missed = outgoing.after(received);
    if (missed.isEmpty()) {
      return false;
    }
    socket
        .filter(old -> !old.equals(live))
        .ifPresent(old -> old.close(TAKEN_OVER, "resumed elsewhere"));
    socket = Optional.of(live);
    missed.get().forEach(numbered -> live.send(ServerFrames.write(numbered)));
    return true;
  }

  /// Her socket is gone.
  synchronized void cut(LiveSocket live, Instant now) {
    if (socket.filter(live::equals).isPresent()) {
      socket = Optional.empty();
      cutAt = now;
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
        case ChatEffect.ToVisitor(ServerFrame frame) -> send(frame);
        case ChatEffect.ToDesk news -> world.desks().tell(news.operator(), news.news());
        case ChatEffect.Revise(Contact contact) -> world.switchboard().enter(contact);
        case ChatEffect.RaiseAlarm(Contact contact) -> world.raise(this, contact);
        case ChatEffect.HandOver asked ->
            world.switchboard().handOver(id(), asked.from(), asked.to());
        case ChatEffect.Gone() -> {
          closed = true;
          cutAt = world.now();
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
      return socket.isEmpty() || !cutAt.plus(settings.resumeWithin()).isAfter(now);
    }
    var kept = session.inDanger() ? settings.resumeInDanger() : settings.resumeWithin();
    if (socket.isEmpty() && !cutAt.plus(kept).isAfter(now)) {
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
    socket.ifPresent(live -> live.close(code, reason));
  }

  private void send(ServerFrame frame) {
    Outgoing.Numbered numbered = outgoing.number(frame);
    socket.ifPresent(live -> live.send(ServerFrames.write(numbered)));
  }
}
