package org.ariane.router.dispatch.http;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// One connected console. Pinged; one that no longer answers, or takes its frames too slowly, is
/// cut off and will come back.
final class Screen {
  private static final long PING_MS = Duration.ofSeconds(10).toMillis();
  private static final int MISSED_PONGS = 3;
  private static final long MOST_PENDING = 8L * 1024 * 1024;
  private static final int MOST_HELD = 4_000;
  private static final short SLOW = 1013;
  private static final short SILENT = 1001;
  private static final short UNEXPECTED = 1008;

  private final ServerWebSocket socket;
  private final Vertx vertx;
  private final AtomicLong pending = new AtomicLong();
  private final AtomicLong unanswered = new AtomicLong();
  private final AtomicBoolean gone = new AtomicBoolean();
  private final List<String> held = new ArrayList<>();
  private boolean holding;

  Screen(Vertx vertx, ServerWebSocket socket) {
    this.vertx = vertx;
    this.socket = socket;
  }

  /// Called on the socket's event loop.
  void open(Runnable closed) {
    long timer = vertx.setPeriodic(PING_MS, id -> ping());
    socket.pongHandler(pong -> unanswered.set(0));
    socket.textMessageHandler(text -> cut(UNEXPECTED, "nothing to say here"));
    socket.exceptionHandler(e -> cut(SILENT, "broken"));
    socket.closeHandler(v -> {
      gone.set(true);
      vertx.cancelTimer(timer);
      closed.run();
    });
  }

  /// Keeps frames back until [#release], since a snapshot that takes time to write out goes first.
  synchronized void hold() {
    holding = true;
  }

  /// The snapshot, then what came meanwhile. A snapshot may be larger than all that may wait: a
  /// screen that was cut under a flood must be able to come back.
  synchronized void release(String snapshot) {
    holding = false;
    if (!gone.get()) {
      socket.writeTextMessage(snapshot);
      held.forEach(this::write);
    }
    held.clear();
  }

  /// In the order of the calls, from any thread.
  synchronized void send(String text) {
    if (!holding) {
      write(text);
    } else if (held.size() < MOST_HELD) {
      held.add(text);
    } else {
      held.clear();
      cut(SLOW, "too slow");
    }
  }

  private void write(String text) {
    if (gone.get()) {
      return;
    }
    if (pending.addAndGet(text.length()) > MOST_PENDING) {
      cut(SLOW, "too slow");
      return;
    }
    socket.writeTextMessage(text).onComplete(done -> pending.addAndGet(-text.length()));
  }

  void cut(short code, String reason) {
    if (gone.compareAndSet(false, true)) {
      socket.close(code, reason).onFailure(e -> gone.set(true));
    }
  }

  private void ping() {
    if (unanswered.incrementAndGet() > MISSED_PONGS) {
      cut(SILENT, "no answer to pings");
    } else {
      socket.writePing(Buffer.buffer("a")).onFailure(e -> cut(SILENT, "broken"));
    }
  }
}
