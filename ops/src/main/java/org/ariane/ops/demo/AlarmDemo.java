package org.ariane.ops.demo;

import io.vertx.core.json.JsonObject;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/// An app raises an alarm; a dispatcher sees it at once, with reasons, and takes it; the app is
/// told.
final class AlarmDemo {
  private final Stage stage;

  AlarmDemo(Stage stage) {
    this.stage = stage;
  }

  void play() throws Exception {
    Narrator narrator = stage.narrator();
    narrator.chapter("1. An alarm");
    try (Talk dispatch = stage.stream("/v1/incidents/stream", "dispatcher-1")) {
      dispatch.hear("snapshot");
      narrator.step("dispatcher", "sits at /dispatch of fr-94-cic");
      JsonObject accepted = stage.post("app-1", "/v1/alarms", alarm());
      narrator.step(
          "app",
          "raises an alarm in Maisons-Alfort; on disk, coverage "
              + accepted.getString("coverage")
              + ", dial "
              + accepted.getString("emergencyNumber")
              + " if no human took it in "
              + accepted.getInteger("dialAfterS")
              + " s");
      String id = accepted.getString("incidentId");
      JsonObject incident =
          dispatch
              .hear(
                  "incident.opened",
                  frame -> frame.getJsonObject("incident").getString("id").equals(id))
              .getJsonObject("incident");
      JsonObject priority = incident.getJsonObject("priority");
      narrator.step(
          "server",
          "routes it to "
              + incident.getString("centre")
              + " for zone "
              + incident.getString("zone")
              + ", class "
              + priority.getString("class")
              + ", score "
              + priority.getInteger("score"));
      stage.because(priority.getJsonArray("reasons"));
      stage.post(
          "dispatcher-1",
          "/v1/incidents/" + id + "/acknowledgement",
          new JsonObject().put("status", "accepted"));
      narrator.step("dispatcher", "takes it");
      String status =
          stage.get("app-1", "/v1/alarms/" + accepted.getString("alarmId")).getString("status");
      narrator.step("app", "is told: " + status);
      stage.post(
          "dispatcher-1",
          "/v1/incidents/" + id + "/completion",
          new JsonObject().put("outcome", "exercise-ended"));
      narrator.step("dispatcher", "closes it");
    }
  }

  private static JsonObject alarm() {
    return new JsonObject()
        .put("id", UUID.randomUUID().toString())
        .put("raisedAt", OffsetDateTime.now(ZoneOffset.UTC).toString())
        .put("trigger", "button")
        .put(
            "position", new JsonObject().put("lat", 48.8065).put("lon", 2.438).put("accuracyM", 18))
        .put("language", "ar")
        .put("canTalk", false)
        .put("exercise", true);
  }
}
