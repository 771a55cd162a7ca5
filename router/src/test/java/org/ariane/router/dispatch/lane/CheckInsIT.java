package org.ariane.router.dispatch.lane;

import static org.ariane.router.dispatch.lane.People.APP_1;
import static org.ariane.router.dispatch.lane.People.APP_2;
import static org.ariane.router.dispatch.lane.People.DISPATCHER_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.ariane.router.dispatch.lane.RunningLane.Answer;
import org.ariane.router.dispatch.redis.RedisExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CheckInsIT {
  @RegisterExtension static final RedisExtension REDIS = new RedisExtension();

  private RunningLane running;

  @BeforeEach
  void start() {
    running = RunningLane.start(REDIS.server().uri(), Map.of());
  }

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void aMissedOneBecomesOneAlarmWhoeverWatchesAndGoesToAHumanFirst() {
    try (RunningLane other = RunningLane.start(REDIS.server().uri(), Map.of())) {
      assertThat(watch(APP_1, "evening", 1).status()).isEqualTo(202);
      await().atMost(Duration.ofSeconds(15)).until(() -> !incidents().isEmpty());
      Answer ok = running.post(APP_1, "/v1/check-ins/evening/ok", new JsonObject());
      assertThat(ok.body().getString("status")).isEqualTo("missed");
      await()
          .until(() ->
              other
                  .post(APP_1, "/v1/check-ins/evening/ok", new JsonObject())
                  .body()
                  .containsKey("alarmId"));
      String alarm =
          running
              .post(APP_1, "/v1/check-ins/evening/ok", new JsonObject())
              .body()
              .getString("alarmId");
      assertThat(running.get(APP_1, "/v1/alarms/" + alarm).status()).isEqualTo(200);
      assertThat(running.get(APP_2, "/v1/alarms/" + alarm).status()).isEqualTo(404);
      await()
          .during(Duration.ofSeconds(2))
          .atMost(Duration.ofSeconds(6))
          .until(() -> incidents().size() == 1);
      JsonObject incident = incidents().getJsonObject(0);
      assertThat(incident.getBoolean("confirmFirst")).isTrue();
      assertThat(incident.getJsonArray("alarms")).containsExactly(alarm);
      assertThat(incident.getJsonArray("sources")).containsExactly("check-in");
      assertThat(incident.getJsonArray("degraded")).isEmpty();
    }
  }

  @Test
  void whoeverSaysInTimeThatSheIsWellIsLeftInPeace() {
    watch(APP_1, "well", 2);
    watch(APP_1, "gone", 2);
    watch(APP_1, "missed", 2);
    assertThat(running.post(APP_1, "/v1/check-ins/well/ok", new JsonObject()).body())
        .isEqualTo(new JsonObject().put("id", "well").put("status", "ok"));
    assertThat(running.delete(APP_1, "/v1/check-ins/gone").body().getString("status"))
        .isEqualTo("ended");
    assertThat(running.post(APP_2, "/v1/check-ins/missed/ok", new JsonObject()).status())
        .isEqualTo(404);
    await()
        .during(Duration.ofSeconds(4))
        .atMost(Duration.ofSeconds(20))
        .until(() -> incidents().size() <= 1);
    assertThat(incidents()).hasSize(1);
  }

  @Test
  void itIsWatchedAfterTheServerThatPromisedItIsGone() {
    watch(APP_1, "night", 2);
    running.close();
    running = RunningLane.start(REDIS.server().uri(), Map.of());
    await().atMost(Duration.ofSeconds(15)).until(() -> incidents().size() == 1);
  }

  @Test
  void aBadOneOrOneThatWasNotAgreedChangesNothing() {
    assertThat(watch(APP_2, "evening", 60).status()).isEqualTo(409);
    assertThat(watch(APP_1, "evening", -60).status()).isEqualTo(400);
    assertThat(
            running
                .post(APP_1, "/v1/check-ins/x", new JsonObject().put("dueAt", "tomorrow"))
                .status())
        .isEqualTo(400);
    assertThat(running.post(APP_1, "/v1/check-ins/evening/ok", new JsonObject()).status())
        .isEqualTo(404);
    assertThat(REDIS.server().<Long>with(redis -> redis.exists("{alarm}:checkins"))).isZero();
  }

  @Test
  void anAppWithoutCheckInsIsHeardAllTheSame() {
    JsonObject missed = Bodies.alarm().put("trigger", "check-in-missed");
    assertThat(running.post(APP_2, "/v1/alarms", missed).body().getJsonArray("degraded"))
        .containsExactly("/trigger");
    assertThat(running.post(APP_1, "/v1/alarms", missed).body().getJsonArray("degraded")).isEmpty();
  }

  private Answer watch(People app, String name, int inSeconds) {
    return running.post(
        app,
        "/v1/check-ins/" + name,
        new JsonObject()
            .put("dueAt", Instant.now().plusSeconds(inSeconds).toString())
            .put("graceS", 0)
            .put("position", Bodies.position(48.8065, 2.438)));
  }

  private JsonArray incidents() {
    return running.get(DISPATCHER_1, "/v1/incidents").body().getJsonArray("incidents");
  }
}
