package org.ariane.router.dispatch.lane;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// Bodies that apps send.
final class Bodies {
  private Bodies() {}

  /// From Maisons-Alfort, by the button.
  static JsonObject alarm() {
    return new JsonObject()
        .put("id", UUID.randomUUID().toString())
        .put("raisedAt", now())
        .put("trigger", "button")
        .put("position", position(48.8065, 2.438));
  }

  static JsonObject position(double lat, double lon) {
    return new JsonObject()
        .put("lat", lat)
        .put("lon", lon)
        .put("accuracyM", 18)
        .put("method", "gps")
        .put("at", now());
  }

  /// With what makes it critical: the red list aside, a silent alarm of someone who cannot talk,
  /// repeated.
  static JsonObject silent() {
    return alarm().put("trigger", "silent").put("canTalk", false);
  }

  static JsonObject accept() {
    return new JsonObject().put("status", "accepted");
  }

  static JsonObject reject() {
    return new JsonObject().put("status", "rejected").put("cause", "wrong-zone");
  }

  private static String now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
