package org.ariane.ops.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/// Visitors who wait in the chat and write ten messages a second each, the most that the server
/// allows, so many that it makes 5,000 a second.
final class ChatLoad implements AutoCloseable {
  static final int PER_SECOND = 5_000;
  private static final int OF_EACH = 10;
  private static final int WITHIN_S = 20;
  private static final long TICK_MS = 10;

  private final Vertx vertx = Vertx.vertx();
  private final List<WebSocket> visitors = new ArrayList<>();
  private final LongAdder sent = new LongAdder();
  private final LongAdder answered = new LongAdder();
  private final long timer;
  private int next;
  private int turnedAway;

  ChatLoad(int port) {
    WebSocketClient client =
        vertx.createWebSocketClient(
            new WebSocketClientOptions().setMaxConnections(PER_SECOND).setClosingTimeout(1));
    for (int i = 0; i < PER_SECOND / OF_EACH; i++) {
      arrive(client, port);
    }
    timer = vertx.setPeriodic(TICK_MS, id -> tick());
  }

  /// The server may turn a visitor away; the others still write, and [#sent] says how much.
  private void arrive(WebSocketClient client, int port) {
    try {
      visitors.add(await(visitor(client, port)));
    } catch (CompletionException e) {
      turnedAway++;
    }
  }

  int turnedAway() {
    return turnedAway;
  }

  private Future<WebSocket> visitor(WebSocketClient client, int port) {
    String start =
        new JsonObject()
            .put("type", "start")
            .put("language", "fr")
            .put("postcode", "94700")
            .put("exercise", true)
            .encode();
    return client
        .connect(
            new WebSocketConnectOptions().setHost("127.0.0.1").setPort(port).setURI("/v1/chat"))
        .compose(socket -> {
          socket.textMessageHandler(frame -> answered.increment());
          return socket.writeTextMessage(start).map(socket);
        });
  }

  private void tick() {
    for (int i = 0; i < PER_SECOND * TICK_MS / 1_000 && !visitors.isEmpty(); i++) {
      WebSocket visitor = visitors.get(next);
      next = (next + 1) % visitors.size();
      if (!visitor.isClosed()) {
        sent.increment();
        visitor
            .writeTextMessage(
                "{\"type\":\"message\",\"id\":\"m" + sent.sum() + "\",\"text\":\"je suis là\"}")
            .onFailure(e -> sent.decrement());
      }
    }
  }

  private static <T> T await(Future<T> coming) {
    return coming
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(WITHIN_S, TimeUnit.SECONDS)
        .join();
  }

  long sent() {
    return sent.sum();
  }

  /// Frames of the server, of whatever kind.
  long answered() {
    return answered.sum();
  }

  @Override
  public void close() {
    vertx.cancelTimer(timer);
    try {
      await(vertx.close());
    } catch (CompletionException e) {
      // What the server has not read yet is waited for; the figures are there already.
      System.out.println("chats are still closing");
    }
  }
}
