package org.ariane.ops.bench;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// What a page beside an operator's telephone says (`/v1/desk/calls`): that she is ready for the
/// next call at once.
final class OperatorSeat implements WebSocket.Listener, AutoCloseable {
  private static final int PATIENCE_S = 20;

  private final HttpClient client = HttpClient.newHttpClient();
  private final StringBuilder partial = new StringBuilder();
  private final LinkedBlockingQueue<String> presences = new LinkedBlockingQueue<>();
  private @Nullable WebSocket socket;

  static OperatorSeat open(int port, String token) {
    OperatorSeat seat = new OperatorSeat();
    seat.socket =
        seat.client
            .newWebSocketBuilder()
            .buildAsync(URI.create("ws://127.0.0.1:" + port + "/v1/desk/calls"), seat)
            .join();
    seat.say(new JsonObject().put("token", token));
    return seat;
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      String presence = new JsonObject(partial.toString()).getString("presence");
      if (presence != null) {
        presences.add(presence);
      }
      partial.setLength(0);
    }
    from.request(1);
    return null;
  }

  /// Waits until she is that.
  void becomes(String presence) throws IOException, InterruptedException {
    while (true) {
      String next = presences.poll(PATIENCE_S, TimeUnit.SECONDS);
      if (next == null) {
        throw new IOException("the operator does not become " + presence);
      }
      if (next.equals(presence)) {
        return;
      }
    }
  }

  /// Ends the time for writing up.
  void ready() throws IOException, InterruptedException {
    becomes("wrap-up");
    say(new JsonObject().put("type", "ready"));
    becomes("available");
  }

  private void say(JsonObject frame) {
    if (socket != null) {
      socket.sendText(frame.encode(), true).join();
    }
  }

  @Override
  public void close() {
    if (socket != null) {
      socket.abort();
    }
    client.close();
  }
}
