package org.ariane.router.dispatch.http;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// One connected console. Pinged; one that no longer answers, or takes its frames too slowly, is
/// cut off and will come back.
final class Screen {
  private static final long PING_MS = Duration.ofSeconds(10).toMillis();
  private static final int MISSED_PONGS = 3;
  private static final long MOST_PENDING = 8L * 1024 * 1024;
  private static final short SLOW = 1013;
  private static final short SILENT = 1001;
  private static final short UNEXPECTED = 1008;

  private final ServerWebSocket socket;
  private final Vertx vertx;
  private final AtomicLong pending = new AtomicLong();
  private final AtomicLong unanswered = new AtomicLong();
  private final AtomicBoolean gone = new AtomicBoolean();

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

  /// In the order of the calls, from any thread.
  void send(String text) {
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
