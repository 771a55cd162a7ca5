package org.ariane.chat.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import org.ariane.chat.protocol.ServerFrame;
import org.ariane.chat.session.Outgoing;
import org.ariane.router.desk.Refusal;

/// Writes what her page hears.
final class ServerFrames {
  private ServerFrames() {}

  static JsonObject write(Outgoing.Numbered numbered) {
    JsonObject json = write(numbered.frame());
    return numbered.n() == 0 ? json : json.put("n", numbered.n());
  }

  static JsonObject error(Refusal refusal) {
    return write(new ServerFrame.Failed(refusal.code(), refusal.text()));
  }

  static JsonObject write(ServerFrame frame) {
    return switch (frame) {
      case ServerFrame.Started started -> typed("started").put("resume", started.resume());
      case ServerFrame.Queue queue -> queue(queue);
      case ServerFrame.Joined joined -> typed("joined").put("service", joined.service());
      case ServerFrame.Sent sent -> typed("sent").put("id", sent.id().value());
      case ServerFrame.Said said ->
          typed("message").put("id", said.id().value()).put("text", said.text());
      case ServerFrame.Typing typing -> typed("typing");
      case ServerFrame.Seen seen -> typed("seen").put("id", seen.id().value());
      case ServerFrame.Danger danger -> {
        JsonArray numbers = new JsonArray();
        danger.numbers().forEach(numbers::add);
        yield typed("danger").put("state", danger.state().wireName()).put("numbers", numbers);
      }
      case ServerFrame.Transfer transfer ->
          typed("transfer").put("id", transfer.id()).put("service", transfer.service());
      case ServerFrame.Transferred transferred ->
          typed("transferred").put("service", transferred.service());
      case ServerFrame.Returned returned ->
          typed("returned").put("id", returned.id()).put("service", returned.service());
      case ServerFrame.Ended ended -> typed("ended").put("reason", wireName(ended.reason()));
      case ServerFrame.Failed failed ->
          typed("error").put("code", failed.code()).put("text", failed.text());
      case ServerFrame.Pong pong -> typed("pong");
    };
  }

  private static JsonObject queue(ServerFrame.Queue queue) {
    JsonArray alternatives = new JsonArray();
    for (ServerFrame.Alternative each : queue.alternatives()) {
      alternatives.add(new JsonObject().put("name", each.name()).put("number", each.number()));
    }
    JsonObject json =
        typed("queue").put("position", queue.position()).put("alternatives", alternatives);
    queue.expectedS().ifPresent(seconds -> json.put("expectedS", seconds));
    return queue.again() ? json.put("again", true) : json;
  }

  private static String wireName(ServerFrame.Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static JsonObject typed(String type) {
    return new JsonObject().put("type", type);
  }
}
