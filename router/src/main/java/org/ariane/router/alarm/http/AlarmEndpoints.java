package org.ariane.router.alarm.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.ariane.router.access.AppTerms;
import org.ariane.router.access.Principal;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.access.Role;
import org.ariane.router.alarm.Alarm;
import org.ariane.router.alarm.AlarmFollowUp;
import org.ariane.router.alarm.AlarmId;
import org.ariane.router.alarm.AlarmIntake;
import org.ariane.router.alarm.AlarmSource;
import org.ariane.router.alarm.Receipt;
import org.ariane.router.alarm.Trigger;
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
  private final AmlBodies texts = new AmlBodies();
  private final AppAllowance allowance;
  private final Function<PrincipalId, AppTerms> terms;
  private final AppMeter meter;

  /// @param terms what was agreed with an app
  public AlarmEndpoints(
      AlarmIntake intake,
      AlarmFollowUp followUp,
      InstantSource clock,
      Function<PrincipalId, AppTerms> terms,
      AppMeter meter) {
    this.intake = intake;
    this.followUp = followUp;
    this.clock = clock;
    this.allowance = new AppAllowance(clock, terms);
    this.terms = terms;
    this.meter = meter;
  }

  public List<Endpoint> all() {
    return List.of(
        Endpoint.post("/v1/alarms", APPS, this::raise),
        Endpoint.post("/v1/alarms/aml", APPS, this::raiseAml),
        Endpoint.post("/v1/alarms/:alarmId/locations", APPS, this::locate),
        Endpoint.post("/v1/alarms/:alarmId/cancellation", APPS, this::cancel),
        Endpoint.get("/v1/alarms/:alarmId", APPS, this::progress));
  }

  private Reply raise(Exchange exchange) {
    Principal app = exchange.principal();
    Alarm alarm = reader.read(source(app), exchange.rawBody().getBytes(), clock.instant());
    boolean agreed = alarm.trigger() != Trigger.CHECK_IN_MISSED || terms.apply(app.id()).checkIns();
    return take(app, agreed ? alarm : alarm.alsoDegraded(List.of("/trigger")));
  }

  private Reply raiseAml(Exchange exchange) {
    Principal app = exchange.principal();
    return take(
        app,
        texts.read(
            new AlarmSource.Aml(app.id().value()),
            exchange.rawBody().getBytes(),
            exchange.header("x-sender"),
            clock.instant()));
  }

  private Reply take(Principal app, Alarm alarm) {
    if (!allowance.admits(app.id(), alarm)) {
      meter.counted(app.id(), AppMeter.Outcome.OVER_RATE);
      throw Problem.of(429, "too-many", "Too many alarms of this app", "Repeat it in a second.")
          .with("retryAfterS", 1)
          .asException();
    }
    Receipt receipt = intake.take(alarm);
    meter.counted(
        app.id(),
        receipt instanceof Receipt.Accepted
            ? AppMeter.Outcome.ACCEPTED
            : AppMeter.Outcome.NOT_DURABLE);
    return AlarmReplies.of(receipt);
  }

  private Reply locate(Exchange exchange) {
    AlarmFollowUp.Update update = reader.update(exchange.rawBody().getBytes(), clock.instant());
    JsonObject body =
        AlarmReplies.body(followUp.locate(source(exchange.principal()), alarm(exchange), update));
    return Reply.accepted(body.put("degraded", new JsonArray(update.degraded())));
  }

  /// Whatever the body says, the sender sees the same.
  private Reply cancel(Exchange exchange) {
    Optional<String> code = reader.cancellationCode(exchange.rawBody().getBytes());
    return Reply.accepted(
        AlarmReplies.body(followUp.cancel(source(exchange.principal()), alarm(exchange), code)));
  }

  private Reply progress(Exchange exchange) {
    return Reply.ok(
        AlarmReplies.body(followUp.progress(source(exchange.principal()), alarm(exchange))));
  }

  private static AlarmSource source(Principal app) {
    return new AlarmSource.App(app.id().value());
  }

  private static AlarmId alarm(Exchange exchange) {
    return AlarmReplies.alarm(exchange);
  }
}
