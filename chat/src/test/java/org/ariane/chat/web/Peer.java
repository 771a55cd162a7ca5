package org.ariane.chat.web;

import static org.awaitility.Awaitility.await;

import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/// One page's socket in a test: everything it heard, in order.
final class Peer {
  private final ClientWebSocket socket;
  private final List<JsonObject> heard = new CopyOnWriteArrayList<>();
  private final AtomicInteger closeCode = new AtomicInteger();

  private Peer(ClientWebSocket socket) {
    this.socket = socket;
    socket.textMessageHandler(text -> heard.add(new JsonObject(text)));
    socket.closeHandler(end -> {
      Short code = socket.closeStatusCode();
      closeCode.set(code == null ? 1006 : code);
    });
  }

  /// Listens before it connects, so that nothing is missed.
  static Peer connect(WebSocketClient client, WebSocketConnectOptions options) {
    Peer peer = new Peer(client.webSocket());
    peer.socket.connect(options).toCompletionStage().toCompletableFuture().join();
    return peer;
  }

  Peer say(JsonObject frame) {
    socket.writeTextMessage(frame.encode()).toCompletionStage().toCompletableFuture().join();
    return this;
  }

  Peer say(String type, String... fields) {
    JsonObject frame = new JsonObject().put("type", type);
    for (int i = 0; i < fields.length; i += 2) {
      frame.put(fields[i], fields[i + 1]);
    }
    return say(frame);
  }

  /// Her socket is gone; she said nothing about leaving.
  void cut() {
    socket.close().toCompletionStage().toCompletableFuture().join();
    await().atMost(Duration.ofSeconds(5)).until(socket::isClosed);
  }

  JsonObject hears(String type) {
    return hears(type, frame -> true);
  }

  JsonObject hears(String type, Predicate<JsonObject> which) {
    await("frame " + type + " among " + types())
        .atMost(Duration.ofSeconds(10))
        .pollInterval(Duration.ofMillis(10))
        .until(() -> all(type).stream().anyMatch(which));
    return all(type).stream().filter(which).reduce((first, second) -> second).orElseThrow();
  }

  List<JsonObject> all(String type) {
    return heard.stream().filter(frame -> type.equals(frame.getString("type"))).toList();
  }

  List<JsonObject> all() {
    return List.copyOf(heard);
  }

  List<String> types() {
    List<String> types = new ArrayList<>();
    heard.forEach(frame -> types.add(frame.getString("type")));
    return types;
  }

  /// What was heard before counts no more.
  void forget() {
    heard.clear();
  }

  int closed() {
    await().atMost(Duration.ofSeconds(10)).until(() -> closeCode.get() != 0);
    return closeCode.get();
  }

  /// The highest number that was heard.
  long received() {
    return heard.stream().mapToLong(frame -> frame.getLong("n", 0L)).max().orElse(0);
  }
}
