package org.ariane.router.alarm.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.temporal.ChronoUnit;
import org.ariane.router.alarm.AlarmFollowUp.Answer;
import org.ariane.router.alarm.AlarmId;
import org.ariane.router.alarm.Receipt;
import org.ariane.router.http.Exchange;
import org.ariane.router.http.Problem;
import org.ariane.router.http.Reply;

/// What whoever raised an alarm is answered: the same at every door.
public final class AlarmReplies {
  private AlarmReplies() {}

  public static Reply of(Receipt receipt) {
    return switch (receipt) {
      case Receipt.Accepted accepted -> Reply.accepted(body(accepted));
      case Receipt.NotDurable refused ->
          throw Problem.of(
                  503,
                  "not-durable",
                  "The alarm could not be stored for good",
                  "It was handed to the centre all the same, without guarantee. Call the"
                      + " emergency number.")
              .with("emergencyNumber", refused.emergencyNumber().dialled())
              .with("retryAfterS", refused.retryAfterS())
              .asException();
    };
  }

  /// The alarm that a path names.
  public static AlarmId alarm(Exchange exchange) {
    String text = exchange.path("alarmId");
    if (!AlarmId.isValid(text)) {
      throw Problem.notFound().asException();
    }
    return new AlarmId(text);
  }

  public static JsonObject body(Answer answer) {
    return switch (answer) {
      case Answer.Status status ->
          new JsonObject()
              .put("alarmId", status.alarm().value())
              .put("status", status.status().wireName())
              .put("updatedAt", status.since().truncatedTo(ChronoUnit.MILLIS).toString());
      case Answer.Unknown() -> throw Problem.notFound().asException();
      case Answer.NotStored(int retryAfterS) ->
          throw Problem.of(503, "unavailable", "This cannot be stored now", "Repeat it.")
              .with("retryAfterS", retryAfterS)
              .asException();
    };
  }

  private static JsonObject body(Receipt.Accepted accepted) {
    return new JsonObject()
        .put("alarmId", accepted.alarm().value())
        .put("incidentId", accepted.incident().value())
        .put("status", accepted.status().wireName())
        .put("coverage", accepted.covered() ? "centre" : "none")
        .put("dialAfterS", accepted.dialAfterS())
        .put("emergencyNumber", accepted.emergencyNumber().dialled())
        .put("degraded", new JsonArray(accepted.degraded()));
  }
}
