package org.ariane.router.desk.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A WebSocket with what every one of ours needs: frames leave in the order they were sent, from
/// whatever thread; a peer that went away without a word is noticed; one that does not read is
/// closed rather than filled up (it can resume).
public final class LiveSocket {
  private static final Logger LOG = LoggerFactory.getLogger(LiveSocket.class);
  private static final int FRAME_LIMIT = 16 * 1024;
  private static final int WAITING_AT_MOST = 2_000;

  public static final short TOO_LARGE = 1009;
  public static final short GONE_SILENT = 4408;
  public static final short TOO_SLOW = 4413;
  public static final short RESTARTING = 1012;

  private final ServerWebSocket socket;
  private final Context context;
  private final AtomicInteger waiting = new AtomicInteger();
  private int silentBeats;
  private boolean ended;

  private LiveSocket(ServerWebSocket socket, Context context) {
    this.socket = socket;
    this.context = context;
  }

  /// Takes over the handlers of a socket; call it on its event loop. After two unanswered beats the
  /// peer is given up.
  ///
  /// @param heard each text frame within the limit, on the event loop
  /// @param closed once, on the event loop
  public static LiveSocket take(
      Vertx vertx, ServerWebSocket socket, Duration beat, Consumer<String> heard, Runnable closed) {
    LiveSocket live = new LiveSocket(socket, vertx.getOrCreateContext());
    long timer = vertx.setPeriodic(beat.toMillis(), id -> live.beat());
    socket.pongHandler(pong -> live.silentBeats = 0);
    socket.textMessageHandler(text -> {
      live.silentBeats = 0;
      if (text.length() > FRAME_LIMIT) {
        live.close(TOO_LARGE, "frame too large");
      } else if (!live.ended) {
        heard.accept(text);
      }
    });
    socket.binaryMessageHandler(bytes -> live.close(TOO_LARGE, "text frames only"));
    socket.exceptionHandler(e -> LOG.debug("a socket failed: {}", e.getMessage()));
    socket.closeHandler(end -> {
      vertx.cancelTimer(timer);
      live.ended = true;
      closed.run();
    });
    return live;
  }

  private void beat() {
    if (++silentBeats > 2) {
      close(GONE_SILENT, "silent");
    } else if (!socket.isClosed()) {
      socket.writePing(io.vertx.core.buffer.Buffer.buffer());
    }
  }

  public void send(JsonObject frame) {
    text(frame.encode());
  }

  public void text(String text) {
    if (waiting.incrementAndGet() > WAITING_AT_MOST) {
      close(TOO_SLOW, "does not read");
      return;
    }
    context.runOnContext(run -> {
      if (socket.isClosed()) {
        return;
      }
      socket.writeTextMessage(text).onComplete(done -> waiting.decrementAndGet());
    });
  }

  /// Closes after what was sent before.
  public void close(short code, String reason) {
    context.runOnContext(run -> {
      if (!socket.isClosed()) {
        socket.close(code, reason).onFailure(e -> LOG.debug("close failed: {}", e.getMessage()));
      }
    });
  }
}
