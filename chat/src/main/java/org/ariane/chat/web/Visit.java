package org.ariane.chat.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ariane.chat.protocol.ServerFrame;
import org.ariane.chat.protocol.VisitorFrame;
import org.ariane.chat.session.ChatEvent;
import org.ariane.directory.place.Postcode;
import org.ariane.router.contact.Contact;
import org.ariane.router.contact.ContactChannel;
import org.ariane.router.contact.ContactId;
import org.ariane.router.contact.Danger;
import org.ariane.router.desk.FrameBudget;
import org.ariane.router.desk.Refusal;
import org.ariane.router.desk.http.LiveSocket;

/// One socket of her page, from its first frame to its end. Everything on the socket's event loop.
final class Visit {
  private static final Refusal NOT_STARTED =
      new Refusal("not-started", "Say start or resume first");
  private static final Refusal STARTED = new Refusal("started", "This chat has already begun");
  private static final Refusal FULL =
      new Refusal("full", "All places in the chat are taken; please call instead");
  private static final short DONE = 1000;

  private final ChatSocket home;
  private final String address;
  private final FrameBudget budget;
  private Optional<LiveSocket> live = Optional.empty();
  private Optional<ChatRoom> room = Optional.empty();

  Visit(ChatSocket home, String address) {
    this.home = home;
    this.address = address;
    this.budget =
        new FrameBudget(
            VisitorFrame.FRAMES_PER_SECOND, VisitorFrame.FRAMES_AT_ONCE, home.clock().instant());
  }

  void at(LiveSocket socket) {
    live = Optional.of(socket);
  }

  void hear(String text) {
    boolean inTime = budget.spend(home.clock().instant());
    switch (VisitorFrames.read(text)) {
      // A cry for help is never too much.
      case VisitorFrames.Reading.Read(VisitorFrame frame)
          when inTime || frame instanceof VisitorFrame.Danger ->
          act(frame);
      case VisitorFrames.Reading.Read tooMuch -> refuse(Refusal.TOO_FAST);
      case VisitorFrames.Reading.Refused(Refusal why) -> refuse(why);
    }
  }

  void closed() {
    Instant now = home.clock().instant();
    live.ifPresent(socket -> room.ifPresent(found -> found.cut(socket, now)));
  }

  private void act(VisitorFrame frame) {
    switch (frame) {
      case VisitorFrame.Start start -> start(start);
      case VisitorFrame.Resume resume -> resume(resume);
      case VisitorFrame.Say say -> apply(new ChatEvent.VisitorSaid(say.id(), say.text()));
      case VisitorFrame.Typing() -> apply(new ChatEvent.VisitorTyped());
      case VisitorFrame.Seen seen -> apply(new ChatEvent.VisitorSaw(seen.id()));
      case VisitorFrame.Danger() -> danger();
      case VisitorFrame.Place(Postcode postcode) -> place(postcode);
      case VisitorFrame.Consent consent ->
          apply(new ChatEvent.Consented(consent.transfer(), consent.answer()));
      case VisitorFrame.Leave() -> leave();
      case VisitorFrame.Ping() ->
          live.ifPresent(socket -> socket.send(ServerFrames.write(new ServerFrame.Pong())));
    }
  }

  private void start(VisitorFrame.Start start) {
    if (room.isPresent()) {
      refuse(STARTED);
      return;
    }
    if (!home.rooms().mayOpen(address)) {
      refuse(FULL);
      return;
    }
    Contact contact =
        new Contact(
            ContactId.mint(home.ulids()),
            ContactChannel.CHAT,
            home.places().line(start.postcode(), start.language()),
            start.language(),
            start.postcode(),
            Danger.NONE,
            false,
            Optional.empty(),
            home.clock().instant(),
            start.exercise(),
            start.told());
    PageWay page = new PageWay(home.newSecret(), address, contact.arrivedAt());
    ChatRoom fresh = new ChatRoom(contact, page, home.lane());
    room = Optional.of(fresh);
    home.rooms().add(fresh);
    live.ifPresent(fresh::begin);
    home.lane().switchboard().enter(contact);
    home.lane().queue(fresh);
  }

  private void resume(VisitorFrame.Resume resume) {
    if (room.isPresent()) {
      refuse(STARTED);
      return;
    }
    Optional<ChatRoom> found = home.rooms().find(resume.secret());
    boolean goesOn =
        found.isPresent()
            && live.filter(socket -> found.get().resume(socket, resume.received())).isPresent();
    if (goesOn) {
      room = found;
    } else {
      live.ifPresent(socket -> {
        socket.send(ServerFrames.write(new ServerFrame.Ended(ServerFrame.Reason.UNKNOWN)));
        socket.close(DONE, "unknown");
      });
    }
  }

  private void danger() {
    room.ifPresentOrElse(
        found -> {
          Optional<Postcode> postcode = found.contact().postcode();
          List<String> numbers = home.places().numbers(postcode, Optional.empty());
          found.apply(new ChatEvent.DangerSaid(home.places().served(postcode), numbers));
        },
        () -> refuse(NOT_STARTED));
  }

  private void place(Postcode postcode) {
    Optional<Postcode> place = Optional.of(postcode);
    List<String> numbers = home.places().numbers(place, Optional.empty());
    apply(new ChatEvent.PlaceSaid(postcode, home.places().served(place), numbers));
  }

  private void leave() {
    room.ifPresent(found -> {
      found.apply(new ChatEvent.VisitorLeft());
      found.hangUp(DONE, "left");
      home.rooms().erase(found);
    });
    if (room.isEmpty()) {
      live.ifPresent(socket -> socket.close(DONE, "left"));
    }
  }

  private void apply(ChatEvent event) {
    room.ifPresentOrElse(found -> found.apply(event), () -> refuse(NOT_STARTED));
  }

  private void refuse(Refusal why) {
    live.ifPresent(socket -> socket.send(ServerFrames.error(why)));
  }
}
