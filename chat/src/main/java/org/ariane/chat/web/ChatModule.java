package org.ariane.chat.web;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import org.ariane.directory.DirectorySource;
import org.ariane.router.alarm.AlarmIntake;
import org.ariane.router.contact.ContactChannel;
import org.ariane.router.desk.http.ContactLane;
import org.ariane.router.desk.http.LiveSocket;
import org.ariane.router.http.Socket;
import org.ariane.router.text.TextChats;
import org.ariane.router.text.TextInbox;
import org.ariane.router.text.TextOutbox;

/// The chat, put together.
public final class ChatModule implements AutoCloseable {
  private static final long TICK_MS = 1_000;

  private final Vertx vertx;
  private final long timer;
  private final ChatRooms rooms;
  private final List<Socket> sockets;
  private final BiFunction<TextOutbox, TextChats, TextDoor> texts;

  private ChatModule(
      Vertx vertx,
      long timer,
      ChatRooms rooms,
      List<Socket> sockets,
      BiFunction<TextOutbox, TextChats, TextDoor> texts) {
    this.texts = texts;
    this.vertx = vertx;
    this.timer = timer;
    this.rooms = rooms;
    this.sockets = List.copyOf(sockets);
  }

  /// Plugs the chat into the contact half of the router.
  public static ChatModule open(
      Vertx vertx,
      DirectorySource directory,
      ContactLane contacts,
      AlarmIntake alarms,
      InstantSource clock,
      MeterRegistry registry,
      Executor virtualThreads,
      ChatSettings settings) {
    ChatRooms rooms = new ChatRooms(settings);
    Places places = new Places(directory, settings.line());
    ChatLane.Later later =
        (after, task) -> vertx.setTimer(after.toMillis(), id -> virtualThreads.execute(task));
    ChatLane lane =
        new ChatLane(
            rooms,
            contacts.switchboard(),
            contacts.desks(),
            places,
            new ChatAlarms(alarms, places),
            clock,
            virtualThreads,
            later);
    contacts.switchboard().attach(ContactChannel.CHAT, lane);
    contacts.switchboard().watch(lane);
    contacts.desks().attach(new ChatDesk(rooms, directory));
    Gauge.builder("ariane.chats.open", rooms, ChatRooms::count)
        .description("chats that wait or talk")
        .register(registry);
    long timer =
        vertx.setPeriodic(
            TICK_MS,
            id ->
                virtualThreads.execute(() -> {
                  lane.age(settings);
                  lane.refresh();
                }));
    return new ChatModule(
        vertx,
        timer,
        rooms,
        List.of(new ChatSocket(vertx, rooms, lane, places, clock).route()),
        (outbox, store) ->
            new TextDoor(
                new TextParts(outbox, store, virtualThreads, later, registry),
                rooms,
                lane,
                places,
                clock));
  }

  /// Takes in text messages from now on, and goes on with the conversations that another server
  /// had.
  public TextInbox texts(TextOutbox outbox, TextChats store) {
    TextDoor door = texts.apply(outbox, store);
    door.goOn();
    return door;
  }

  public List<Socket> sockets() {
    return sockets;
  }

  /// How it stands, in words.
  public String health() {
    return rooms.count() + " chats open";
  }

  /// Pages are told to come again; what was written is gone.
  @Override
  public void close() {
    vertx.cancelTimer(timer);
    rooms.all().forEach(room -> room.hangUp(LiveSocket.RESTARTING, "restarting"));
  }
}
