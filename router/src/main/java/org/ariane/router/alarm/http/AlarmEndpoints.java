package org.ariane.router.alarm.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ariane.router.access.Principal;
import org.ariane.router.access.Role;
import org.ariane.router.alarm.Alarm;
import org.ariane.router.alarm.AlarmFollowUp;
import org.ariane.router.alarm.AlarmFollowUp.Answer;
import org.ariane.router.alarm.AlarmId;
import org.ariane.router.alarm.AlarmIntake;
import org.ariane.router.alarm.AlarmSource;
import org.ariane.router.alarm.Receipt;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.Exchange;
import org.ariane.router.http.Problem;
import org.ariane.router.http.Reply;

/// What emergency apps call.
public final class AlarmEndpoints {
  private static final Set<Role> APPS = Set.of(Role.APP);

  private final AlarmIntake intake;
  private final AlarmFollowUp followUp;
  private final InstantSource clock;
  private final AlarmReader reader = new AlarmReader();
  private final AppAllowance allowance;

  public AlarmEndpoints(AlarmIntake intake, AlarmFollowUp followUp, InstantSource clock) {
    this.intake = intake;
    this.followUp = followUp;
    this.clock = clock;
    this.allowance = new AppAllowance(clock);
  }

  public List<Endpoint> all() {
    return List.of(
        Endpoint.post("/v1/alarms", APPS, this::raise),
        Endpoint.post("/v1/alarms/:alarmId/locations", APPS, this::locate),
        Endpoint.post("/v1/alarms/:alarmId/cancellation", APPS, this::cancel),
        Endpoint.get("/v1/alarms/:alarmId", APPS, this::progress));
  }

  private Reply raise(Exchange exchange) {
    Principal app = exchange.principal();
    Alarm alarm = reader.read(source(app), exchange.rawBody().getBytes(), clock.instant());
    if (!allowance.admits(app.id(), alarm)) {
      throw Problem.of(429, "too-many", "Too many alarms of this app", "Repeat it in a second.")
          .with("retryAfterS", 1)
          .asException();
    }
    return switch (intake.take(alarm)) {
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

  private Reply locate(Exchange exchange) {
    AlarmFollowUp.Update update = reader.update(exchange.rawBody().getBytes(), clock.instant());
    JsonObject body = body(followUp.locate(source(exchange.principal()), alarm(exchange), update));
    return Reply.accepted(body.put("degraded", new JsonArray(update.degraded())));
  }

  /// Whatever the body says, the sender sees the same.
  private Reply cancel(Exchange exchange) {
    Optional<String> code = reader.cancellationCode(exchange.rawBody().getBytes());
    return Reply.accepted(
        body(followUp.cancel(source(exchange.principal()), alarm(exchange), code)));
  }

  private Reply progress(Exchange exchange) {
    return Reply.ok(body(followUp.progress(source(exchange.principal()), alarm(exchange))));
  }

  private static AlarmSource source(Principal app) {
    return new AlarmSource.App(app.id().value());
  }

  private static AlarmId alarm(Exchange exchange) {
    String text = exchange.path("alarmId");
    if (!AlarmId.isValid(text)) {
      throw Problem.notFound().asException();
    }
    return new AlarmId(text);
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

  private static JsonObject body(Answer answer) {
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
}
