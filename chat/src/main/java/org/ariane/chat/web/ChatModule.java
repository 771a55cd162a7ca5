package org.ariane.chat.web;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import org.ariane.directory.DirectorySource;
import org.ariane.router.alarm.AlarmIntake;
import org.ariane.router.contact.ContactChannel;
import org.ariane.router.desk.http.ContactLane;
import org.ariane.router.desk.http.LiveSocket;
import org.ariane.router.http.Socket;

/// The chat, put together.
public final class ChatModule implements AutoCloseable {
  private static final long TICK_MS = 1_000;

  private final Vertx vertx;
  private final long timer;
  private final ChatRooms rooms;
  private final List<Socket> sockets;

  private ChatModule(Vertx vertx, long timer, ChatRooms rooms, List<Socket> sockets) {
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
    ChatLane lane =
        new ChatLane(
            rooms,
            contacts.switchboard(),
            contacts.desks(),
            places,
            new ChatAlarms(alarms, places),
            clock,
            virtualThreads,
            (after, task) -> vertx.setTimer(after.toMillis(), id -> virtualThreads.execute(task)));
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
        vertx, timer, rooms, List.of(new ChatSocket(vertx, rooms, lane, places, clock).route()));
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
