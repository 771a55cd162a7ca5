package org.ariane.ops.bench;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A police centre: a system that answers 204 at once, and a screen at the stream of incidents.
/// Keeps when each incident came to either.
final class Centre implements AutoCloseable {
  private static final int WITHIN_S = 10;
  private static final int TRIES = 5;
  private static final int FRAME_BYTES = 64 << 20;
  private static final String ID = "\"id\":\"in-";
  private static final int BEFORE = "\"id\":\"".length();

  private final Vertx vertx = Vertx.vertx();
  private final HttpServer system;
  private volatile boolean closed;
  private final AtomicInteger cuts = new AtomicInteger();
  private final Map<String, Long> posted = new ConcurrentHashMap<>();
  private final Map<String, Long> shown = new ConcurrentHashMap<>();

  Centre(int port) {
    system =
        vertx
            .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(port))
            .requestHandler(request ->
                request
                    .body()
                    .onSuccess(body -> {
                      note(posted, text(body));
                      request.response().setStatusCode(204).end();
                    }));
    await(system.listen());
  }

  /// Signs in at the stream of a server, which may still be cold.
  void watch(int port, String token) {
    for (int i = 1; ; i++) {
      try {
        join(port, token);
        return;
      } catch (CompletionException e) {
        if (i == TRIES) {
          throw e;
        }
      }
    }
  }

  private void join(int port, String token) {
    await(
        vertx
            .createWebSocketClient(
                new WebSocketClientOptions()
                    .setMaxFrameSize(FRAME_BYTES)
                    .setMaxMessageSize(FRAME_BYTES))
            .connect(
                new WebSocketConnectOptions()
                    .setHost("127.0.0.1")
                    .setPort(port)
                    .setURI("/v1/incidents/stream"))
            .compose(socket -> {
              socket.textMessageHandler(frame -> note(shown, frame));
              socket.closeHandler(cut -> again(port, token));
              return socket.writeTextMessage(new JsonObject().put("token", token).encode());
            }));
  }

  /// A screen that is cut, as slow ones are, comes back, as the page does. What it missed meanwhile
  /// is in the snapshot, and shown when that comes.
  private void again(int port, String token) {
    if (!closed) {
      cuts.incrementAndGet();
      Thread.ofVirtual().start(() -> watch(port, token));
    }
  }

  private static <T> void await(io.vertx.core.Future<T> coming) {
    coming.toCompletionStage().toCompletableFuture().orTimeout(WITHIN_S, TimeUnit.SECONDS).join();
  }

  private static String text(Buffer body) {
    return body.toString();
  }

  /// Only the first time counts. Read by eye, not by a parser: the load must not be the bottleneck.
  private static void note(Map<String, Long> times, String text) {
    long now = System.nanoTime();
    for (int at = text.indexOf(ID); at >= 0; at = text.indexOf(ID, at + ID.length())) {
      int from = at + BEFORE;
      times.putIfAbsent(text.substring(from, text.indexOf('"', from)), now);
    }
  }

  /// When the centre's system was sent it, in ns.
  Optional<Long> postedAt(String incident) {
    return Optional.ofNullable(posted.get(incident));
  }

  /// When the screen was sent it, in ns.
  Optional<Long> shownAt(String incident) {
    return Optional.ofNullable(shown.get(incident));
  }

  /// How many incidents the centre's system was sent.
  int posted() {
    return posted.size();
  }

  /// When each first came to the centre's system, in ns.
  Samples arrivals() {
    return Samples.of(posted.values().stream().map(Long::doubleValue).toList());
  }

  /// How often the screen was cut and came back.
  int cuts() {
    return cuts.get();
  }

  @Override
  public void close() {
    closed = true;
    try {
      await(vertx.close());
    } catch (CompletionException e) {
      // What was sent to it and not read yet is waited for; the figures are there already.
      System.out.println("the centre is still closing");
    }
  }
}
