package org.ariane.ops.demo;

import io.vertx.core.json.JsonObject;

/// Someone writes in Arabic; an operator is offered the chat, accepts, both write, it ends.
final class ChatDemo {
  private final Stage stage;

  ChatDemo(Stage stage) {
    this.stage = stage;
  }

  void play() throws Exception {
    Narrator narrator = stage.narrator();
    narrator.chapter("3. A chat");
    try (Talk desk = stage.stream("/v1/desk/stream", "operator-1");
        Talk visitor = stage.talk("/v1/chat")) {
      desk.hear("snapshot");
      desk.say(new JsonObject().put("type", "presence").put("presence", "available"));
      desk.say(new JsonObject().put("type", "ready"));
      narrator.step("operator-1", "sits at /desk, available");
      visitor.say(
          new JsonObject()
              .put("type", "start")
              .put("language", "ar")
              .put("postcode", "94700")
              .put("exercise", true));
      narrator.step("visitor", "starts a chat in Arabic, postcode 94700");
      JsonObject offer = desk.hear("offer").getJsonObject("offer");
      narrator.step("server", "offers it to operator-1 for " + offer.getInteger("withinS") + " s");
      stage.because(offer.getJsonArray("reasons"));
      desk.say(new JsonObject().put("type", "accept").put("offer", offer.getString("id")));
      narrator.step(
          "visitor", "hears: " + visitor.hear("joined").getString("service") + " is here");
      visitor.say(message("v1", "مرحبا"));
      narrator.step(
          "operator-1",
          "reads: " + desk.hear("message").getJsonObject("message").getString("text"));
      desk.say(message("o1", "أهلا، أنا هنا").put("contact", offer.getString("contact")));
      narrator.step("visitor", "reads: " + visitor.hear("message").getString("text"));
      visitor.say(new JsonObject().put("type", "leave"));
      desk.hear("conversation.closed");
      narrator.step("visitor", "leaves; the server forgets what was written");
    }
  }

  private static JsonObject message(String id, String text) {
    return new JsonObject().put("type", "message").put("id", id).put("text", text);
  }
}
