package org.ariane.chat.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ariane.chat.protocol.ServerFrame;
import org.ariane.chat.session.ChatSession;
import org.ariane.chat.session.Outgoing;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.router.contact.Contact;
import org.ariane.router.contact.ContactId;
import org.ariane.router.desk.http.LiveSocket;

/// Her page: the frames kept for a resume, and her socket where it is connected.
final class PageWay implements Way {
  /// Another page of hers took the chat over.
  private static final short TAKEN_OVER = 4409;

  private final Outgoing outgoing = new Outgoing();
  private final String secret;
  private final String address;
  private Optional<LiveSocket> socket = Optional.empty();
  private Instant cutAt;

  /// @param secret who has it is she
  PageWay(String secret, String address, Instant now) {
    this.secret = secret;
    this.address = address;
    this.cutAt = now;
  }

  String secret() {
    return secret;
  }

  @Override
  public String address() {
    return address;
  }

  @Override
  public Optional<PhoneNumber> phone() {
    return Optional.empty();
  }

  void begin(LiveSocket live) {
    socket = Optional.of(live);
    tell(new ServerFrame.Started(secret));
  }

  /// False where what she missed is no longer known.
  boolean resume(LiveSocket live, long received) {
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

  void cut(LiveSocket live, Instant now) {
    if (socket.filter(live::equals).isPresent()) {
      socket = Optional.empty();
      cutAt = now;
    }
  }

  @Override
  public void tell(ServerFrame frame) {
    Outgoing.Numbered numbered = outgoing.number(frame);
    socket.ifPresent(live -> live.send(ServerFrames.write(numbered)));
  }

  @Override
  public void revised(Contact contact) {}

  @Override
  public void over(ContactId contact, Instant now) {
    cutAt = now;
  }

  @Override
  public boolean givenUp(Instant now, ChatSession session, ChatSettings settings) {
    var kept = session.inDanger() ? settings.resumeInDanger() : settings.resumeWithin();
    return socket.isEmpty() && !cutAt.plus(kept).isAfter(now);
  }

  @Override
  public boolean spent(Instant now, ChatSettings settings) {
    return socket.isEmpty() || !cutAt.plus(settings.resumeWithin()).isAfter(now);
  }

  @Override
  public void hangUp(short code, String reason) {
    socket.ifPresent(live -> live.close(code, reason));
  }
}
