package org.ariane.router.dispatch.lane;

import static org.ariane.router.dispatch.lane.People.APP_1;
import static org.ariane.router.dispatch.lane.People.COORDINATOR_1;
import static org.ariane.router.dispatch.lane.People.DISPATCHER_1;
import static org.ariane.router.dispatch.lane.People.DISPATCHER_3;
import static org.ariane.router.dispatch.lane.People.REGISTRAR_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.ariane.router.dispatch.lane.RunningLane.Answer;
import org.ariane.router.dispatch.redis.AlarmRedis;
import org.ariane.router.dispatch.redis.Durability;
import org.ariane.router.dispatch.redis.RedisDecisions;
import org.ariane.router.dispatch.redis.RedisExtension;
import org.ariane.router.priority.DecisionTrail;
import org.ariane.router.priority.PriorityDecision;
import org.ariane.router.priority.Replay;
import org.ariane.router.priority.yaml.ShippedPolicies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReplayIT {
  @RegisterExtension static final RedisExtension REDIS = new RedisExtension();

  private static final int EVENTS = 300;
  private static final List<String> TRIGGERS =
      List.of("button", "silent", "fall", "check-in-missed", "geofence");
  private static final List<String> FACTORS =
      List.of("firearms", "threat-to-kill", "children", "paranoia", "housing");

  private final Random random = new Random(7);
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
  void everyDecisionOfARandomRunIsTakenAgainExactlyAlsoWhenTheIncidentsAreGone() {
    JsonObject listed =
        new JsonObject()
            .put("kind", "phone")
            .put("phone", phone(1))
            .put("seriousness", 4)
            .put("reasonCode", "weapon-threat")
            .put("legalBasis", "convention-94-2026-03")
            .put("zone", "fr-94-maisons-alfort")
            .put("reviewBy", "2099-01-01");
    assertThat(running.post(REGISTRAR_1, "/v1/orders", order(phone(0))).status()).isEqualTo(201);
    assertThat(running.post(REGISTRAR_1, "/v1/red-list", listed).status()).isEqualTo(201);
    List<Answer> raised = new ArrayList<>();
    for (int i = 0; i < EVENTS; i++) {
      happen(raised);
    }
    List<PriorityDecision> recorded = decisions();
    assertThat(recorded).hasSizeGreaterThan(EVENTS / 4);
    assertThat(recorded).anyMatch(it -> !it.features().orders().isEmpty());
    assertThat(recorded).anyMatch(it -> it.features().danger().isPresent());
    assertThat(recorded).anyMatch(it -> it.features().redList().isPresent());
    assertThat(recorded).anyMatch(it -> it.features().duress());

    REDIS
        .server()
        .with(redis -> redis.keys("{alarm}:incident:*").stream().mapToLong(redis::del).sum());

    Replay replay = new Replay(new ShippedPolicies());
    assertThat(decisions()).isEqualTo(recorded);
    assertThat(recorded)
        .allSatisfy(it -> assertThat(replay.of(it)).isEqualTo(new Replay.Outcome.Same()));
    String all =
        REDIS
            .server()
            .with(redis -> redis.xrange("{alarm}:decisions", io.lettuce.core.Range.unbounded()))
            .toString();
    assertThat(all).doesNotContain("6123456", "48.8", "TJ Créteil", "weather");
  }

  @Test
  void aChangeOfClassIsRecordedOnceAndReadByThoseWhoMay() {
    Answer accepted = running.post(APP_1, "/v1/alarms", Bodies.alarm());
    String id = accepted.body().getString("incidentId");
    String incident = "/v1/incidents/" + id;
    // Nothing about urgency changes: no decision.
    running.post(DISPATCHER_1, incident + "/acknowledgement", Bodies.accept());
    running.post(
        DISPATCHER_1,
        incident + "/assessment",
        new JsonObject().put("answers", new JsonObject().put("firearms", "yes")));

    JsonArray seen =
        running.get(DISPATCHER_1, incident + "/decisions").body().getJsonArray("decisions");

    assertThat(seen).hasSize(2);
    JsonObject last = seen.getJsonObject(1);
    assertThat(last.getBoolean("replayed")).isTrue();
    assertThat(last.getJsonObject("features").getString("danger")).isEqualTo("moderate");
    assertThat(last.getJsonObject("priority").encode()).contains("assessment.moderate");
    assertThat(
            running
                .get(COORDINATOR_1, "/v1/decisions?incident=" + id)
                .body()
                .getJsonArray("decisions"))
        .isEqualTo(seen);
    assertThat(running.get(DISPATCHER_3, incident + "/decisions").status()).isEqualTo(404);
    assertThat(running.get(COORDINATOR_1, incident + "/decisions").status()).isEqualTo(403);
    assertThat(running.get(COORDINATOR_1, "/v1/decisions").status()).isEqualTo(400);
  }

  private void happen(List<Answer> raised) {
    int what = raised.isEmpty() ? 0 : random.nextInt(10);
    if (what < 5) {
      JsonObject alarm =
          Bodies.alarm()
              .put("trigger", TRIGGERS.get(random.nextInt(TRIGGERS.size())))
              .put("phone", phone(random.nextInt(12)))
              .put("exercise", random.nextInt(5) == 0)
              .put("cancellationCode", "weather");
      if (random.nextBoolean()) {
        alarm.put("canTalk", random.nextBoolean());
      }
      raised.add(running.post(APP_1, "/v1/alarms", alarm));
      return;
    }
    Answer one = raised.get(random.nextInt(raised.size()));
    String alarm = "/v1/alarms/" + one.body().getString("alarmId");
    String incident = "/v1/incidents/" + one.body().getString("incidentId");
    switch (what) {
      case 5 -> running.post(APP_1, alarm + "/cancellation", new JsonObject().put("code", "0000"));
      case 6 ->
          running.post(
              APP_1,
              alarm + "/locations",
              new JsonObject().put("position", Bodies.position(48.8066, 2.4381)));
      case 7 ->
          running.post(
              DISPATCHER_1,
              incident + "/assessment",
              new JsonObject()
                  .put(
                      "answers",
                      new JsonObject()
                          .put(FACTORS.get(random.nextInt(5)), "yes")
                          .put(FACTORS.get(random.nextInt(5)), "yes")));
      case 8 -> running.post(DISPATCHER_1, incident + "/orders", order(phone(0)));
      default -> running.post(DISPATCHER_1, incident + "/acknowledgement", Bodies.accept());
    }
  }

  private static JsonObject order(String phone) {
    return new JsonObject()
        .put("kind", "residence-ban")
        .put("court", "TJ Créteil")
        .put("until", "2099-03-01")
        .put("zone", "fr-94-maisons-alfort")
        .put("subject", new JsonObject().put("phone", phone));
  }

  private static String phone(int i) {
    return "+336123456%02d".formatted(i);
  }

  private static List<PriorityDecision> decisions() {
    List<PriorityDecision> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        AlarmRedis redis = new AlarmRedis(REDIS.server().uri())) {
      redis.start(threads);
      await()
          .atMost(Duration.ofSeconds(5))
          .until(() -> redis.durability().state() == Durability.State.PROMISED);
      DecisionTrail trail = new RedisDecisions(redis);
      String after = "";
      while (true) {
        DecisionTrail.Page page = trail.page(after);
        if (page.decisions().isEmpty()) {
          return all;
        }
        all.addAll(page.decisions());
        after = page.end();
      }
    }
  }
}
