package org.ariane.router.dispatch.lane;

import static org.ariane.router.dispatch.lane.People.APP_1;
import static org.ariane.router.dispatch.lane.People.DISPATCHER_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ariane.router.dispatch.AnswerTimes;
import org.ariane.router.dispatch.DutyPhone;
import org.ariane.router.dispatch.DutyPhone.Answer;
import org.ariane.router.dispatch.DutyPhone.DutyCall;
import org.ariane.router.dispatch.DutyPhone.Reason;
import org.ariane.router.dispatch.DutyPhone.Taking;
import org.ariane.router.dispatch.redis.RedisExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// When the consoles of a chain were asked in vain, the duty officer's telephone rings.
class DutyCallerIT {
  @RegisterExtension static final RedisExtension REDIS = new RedisExtension();
  private static final Duration TURN = Duration.ofMillis(500);

  private final List<DutyCall> calls = new CopyOnWriteArrayList<>();
  private final RunningLane running =
      RunningLane.start(
          REDIS.server().uri(),
          Map.of(),
          Set.of(SmallDirectory.VAL_DE_MARNE),
          new AnswerTimes(TURN, TURN, TURN, TURN));

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void theOfficerTakesItAndTheSenderHearsThatAHumanDid() {
    running
        .lane()
        .ringThrough((call, take) -> {
          calls.add(call);
          Instant at = Instant.now();
          return take.take(at) == Taking.TAKEN
              ? new Answer.Taken(at)
              : new Answer.NotTaken(Reason.TAKEN_BEFORE);
        });
    JsonObject raised = raise();
    String alarm = "/v1/alarms/" + raised.getString("alarmId");
    await().until(() -> running.get(APP_1, alarm).body().getString("status"), "taken"::equals);
    JsonObject incident = seen(raised);
    assertThat(incident.getJsonObject("holder").getString("position")).isEqualTo("duty-phone");
    assertThat(incident.getJsonObject("holder").getString("centre")).isEqualTo("fr-94-cic");
    assertThat(calls).hasSize(1);
    assertThat(calls.getFirst().incident().value()).isEqualTo(raised.getString("incidentId"));
  }

  @Test
  void whoIsNotReachedGivesTheTurnToTheNextAtOnceAndThatIsWrittenDown() {
    running
        .lane()
        .ringThrough((call, take) -> {
          calls.add(call);
          return new Answer.NotTaken(Reason.UNANSWERED);
        });
    JsonObject raised = raise();
    await().until(() -> seen(raised).getInteger("round") >= 2);
    assertThat(seen(raised).getJsonArray("history").encode())
        .contains("\"duty-phone\"", "unanswered");
    assertThat(running.meters().get("ariane.duty.calls").tag("outcome", "unanswered").counter())
        .satisfies(counter -> assertThat(counter.count()).isPositive());
  }

  @Test
  void whoTakesItAtTheConsoleEndsTheCall() {
    CountDownLatch ringing = new CountDownLatch(1);
    AtomicBoolean withdrawn = new AtomicBoolean();
    running.lane().ringThrough((call, take) -> untilInterrupted(ringing, withdrawn));
    JsonObject raised = raise();
    await().until(() -> ringing.getCount() == 0);
    String path = "/v1/incidents/" + raised.getString("incidentId") + "/acknowledgement";
    assertThat(running.post(DISPATCHER_1, path, Bodies.accept()).status()).isEqualTo(200);
    await().untilTrue(withdrawn);
    assertThat(seen(raised).getString("state")).isEqualTo("taken");
  }

  @Test
  void anOfficerWhoWasToldThatItCouldNotBeRecordedDoesNotHoldIt() {
    running
        .lane()
        .ringThrough((call, take) -> {
          Instant at = Instant.now();
          take.take(at);
          calls.add(call);
          return new Answer.Unconfirmed(at);
        });
    JsonObject raised = raise();
    await().until(() -> !calls.isEmpty());
    await().until(() -> seen(raised).getString("state"), "open"::equals);
  }

  private static Answer untilInterrupted(CountDownLatch ringing, AtomicBoolean withdrawn) {
    ringing.countDown();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      withdrawn.set(true);
    }
    return new Answer.NotTaken(DutyPhone.Reason.WITHDRAWN);
  }

  private JsonObject raise() {
    return running.post(APP_1, "/v1/alarms", Bodies.alarm()).body();
  }

  private JsonObject seen(JsonObject raised) {
    return running.get(DISPATCHER_1, "/v1/incidents/" + raised.getString("incidentId")).body();
  }
}
