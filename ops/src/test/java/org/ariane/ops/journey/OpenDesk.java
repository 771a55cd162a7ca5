package org.ariane.ops.journey;

import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// An operator's desk without its page: what it says and hears on the stream.
final class OpenDesk implements WebSocket.Listener, AutoCloseable {
  private final List<JsonObject> frames = new CopyOnWriteArrayList<>();
  private final StringBuilder partial = new StringBuilder();
  private final WebSocket socket;

  /// Takes chats from now on.
  OpenDesk(RunningAriane ariane, String account) {
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create(ariane.url().replace("http", "ws") + "/v1/desk/stream"), this)
            .join();
    say(new JsonObject().put("token", ariane.token(account)));
    say(new JsonObject().put("type", "presence").put("presence", "available"));
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

  void say(JsonObject frame) {
    socket.sendText(frame.encode(), true).join();
  }

  JsonObject hears(String type, Predicate<JsonObject> which) {
    await("frame " + type)
        .atMost(Duration.ofSeconds(40))
        .until(() -> frames.stream().anyMatch(frame -> is(frame, type) && which.test(frame)));
    return frames.reversed().stream()
        .filter(frame -> is(frame, type) && which.test(frame))
        .findFirst()
        .orElseThrow();
  }

  private static boolean is(JsonObject frame, String type) {
    return type.equals(frame.getString("type"));
  }

  /// Accepts what rings.
  JsonObject accepts() {
    JsonObject offer = hears("offer", frame -> true).getJsonObject("offer");
    say(new JsonObject().put("type", "accept").put("offer", offer.getString("id")));
    hears("conversation.opened", frame -> true);
    return offer;
  }

  void writes(String contact, String id, String text) {
    say(
        new JsonObject()
            .put("type", "message")
            .put("contact", contact)
            .put("id", id)
            .put("text", text));
  }

  /// Everything that was heard.
  String all() {
    return frames.toString();
  }

  @Override
  public void close() {
    socket.abort();
  }
}
