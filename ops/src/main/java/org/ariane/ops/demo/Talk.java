package org.ariane.ops.demo;

import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// One WebSocket, spoken to and listened to in a straight line.
final class Talk implements AutoCloseable {
  private static final int PATIENCE_S = 30;

  private final WebSocketClient client;
  private final WebSocket socket;
  private final BlockingQueue<JsonObject> heard = new LinkedBlockingQueue<>();

  private Talk(WebSocketClient client, WebSocket socket) {
    this.client = client;
    this.socket = socket;
    socket.textMessageHandler(text -> heard.add(new JsonObject(text)));
  }

  static Talk open(Vertx vertx, int port, String path) throws Exception {
    WebSocketClient client = vertx.createWebSocketClient();
    WebSocketConnectOptions options =
        new WebSocketConnectOptions()
            .setHost("127.0.0.1")
            .setPort(port)
            .setURI(path)
            .addHeader("origin", "http://127.0.0.1:" + port);
    return client
        .connect(options)
        .map(socket -> new Talk(client, socket))
        .toCompletionStage()
        .toCompletableFuture()
        .get(PATIENCE_S, TimeUnit.SECONDS);
  }

  Talk say(JsonObject frame) throws Exception {
    socket
        .writeTextMessage(frame.encode())
        .toCompletionStage()
        .toCompletableFuture()
        .get(PATIENCE_S, TimeUnit.SECONDS);
    return this;
  }

  /// The next frame of this type; what comes before it is skipped.
  JsonObject hear(String type) throws InterruptedException {
    return hear(type, frame -> true);
  }

  JsonObject hear(String type, Predicate<JsonObject> wanted) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
    while (true) {
      JsonObject frame = heard.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (frame == null) {
        throw new IllegalStateException("waited " + PATIENCE_S + " s in vain for '" + type + "'");
      }
      if (type.equals(frame.getString("type")) && wanted.test(frame)) {
        return frame;
      }
    }
  }

  @Override
  public void close() {
    socket.close().eventually(client::close);
  }
}
