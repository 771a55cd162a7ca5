package org.ariane.ops.wiring;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// An operator's open page: every frame that her desk is sent.
final class DeskEars implements WebSocket.Listener, AutoCloseable {
  private final List<JsonObject> frames = new CopyOnWriteArrayList<>();
  private final StringBuilder partial = new StringBuilder();
  private final WebSocket socket;

  private DeskEars(String url, String token) {
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create(url.replace("http", "ws") + "/v1/desk/stream"), this)
            .join();
    socket.sendText(new JsonObject().put("token", token).encode(), true).join();
  }

  static DeskEars open(String url, String token) {
    return new DeskEars(url, token);
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      frames.add(new JsonObject(partial.toString()));
      partial.setLength(0);
    }
    from.request(1);
    return null;
  }

  /// The latest frame of a type.
  Optional<JsonObject> latest(String type) {
    return latest(frame -> frame.getString("type").equals(type));
  }

  Optional<JsonObject> latest(Predicate<JsonObject> which) {
    return frames.reversed().stream().filter(which).findFirst();
  }

  @Override
  public void close() {
    socket.abort();
  }
}
