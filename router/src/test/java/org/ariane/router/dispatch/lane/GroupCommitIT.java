package org.ariane.router.dispatch.lane;

import static org.ariane.router.dispatch.lane.People.APP_1;
import static org.ariane.router.dispatch.lane.People.DISPATCHER_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ariane.router.dispatch.lane.RunningLane.Answer;
import org.ariane.router.dispatch.redis.RedisExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GroupCommitIT {
  private static final Duration SOON = Duration.ofSeconds(25);

  @RegisterExtension static final RedisExtension REDIS = new RedisExtension();

  private final CentreSystem system = new CentreSystem();
  private RunningLane running;
  private RunningLane other;

  @BeforeEach
  void start() {
    running = lane();
    other = lane();
  }

  @AfterEach
  void stop() {
    running.close();
    other.close();
    system.close();
  }

  private RunningLane lane() {
    return RunningLane.start(
        REDIS.server().uri(), Map.of(SmallDirectory.VAL_DE_MARNE, system.endpoint()));
  }

  /// Two servers that don't hear of each other in time: their batches are full of conflicts.
  @Test
  void concurrentDuplicatesAtTwoServersAreOneIncidentEachAndHurtNoOther() throws Exception {
    List<JsonObject> bodies = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      JsonObject body = Bodies.alarm();
      bodies.add(i % 2 == 0 ? body : body.put("phone", "+336399801%02d".formatted(i)));
    }
    Map<String, List<Answer>> byAlarm = new HashMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Map<String, List<Future<Answer>>> coming = new HashMap<>();
      for (JsonObject body : bodies) {
        for (RunningLane lane : List.of(running, other, running, other)) {
          coming
              .computeIfAbsent(body.getString("id"), id -> new ArrayList<>())
              .add(threads.submit(() -> lane.post(APP_1, "/v1/alarms", body)));
        }
      }
      for (var entry : coming.entrySet()) {
        for (Future<Answer> one : entry.getValue()) {
          byAlarm.computeIfAbsent(entry.getKey(), id -> new ArrayList<>()).add(one.get());
        }
      }
    }
    byAlarm.forEach((id, answers) -> {
      assertThat(answers).allMatch(answer -> answer.status() == 202);
      assertThat(answers.stream().map(answer -> answer.body().getString("alarmId")).distinct())
          .hasSize(1);
      assertThat(answers.stream().map(answer -> answer.body().getString("incidentId")).distinct())
          .hasSize(1);
    });
    assertThat(incidents()).hasSize(40);
    await().atMost(SOON).until(() -> system.received("incident.opened").size() == 40);
  }

  @Test
  void secondAlarmOfAPhoneAtAnotherServerJoinsThoughItHasNotHeardOfTheFirst() {
    String phone = "+33639980142";
    Answer first = running.post(APP_1, "/v1/alarms", Bodies.alarm().put("phone", phone));
    Answer second = other.post(APP_1, "/v1/alarms", Bodies.alarm().put("phone", phone));
    Answer third = running.post(APP_1, "/v1/alarms", Bodies.alarm().put("phone", phone));
    String id = first.body().getString("incidentId");
    assertThat(second.body().getString("incidentId")).isEqualTo(id);
    assertThat(third.body().getString("incidentId")).isEqualTo(id);
    assertThat(incidents()).hasSize(1);
  }

  /// Every client repeats its alarm until 202, as an app does; the connections are cut meanwhile.
  @Test
  void connectionLostInTheMiddleOfABatchLeavesOneIncidentForEachAlarm() throws Exception {
    List<JsonObject> bodies = IntStream.range(0, 200).mapToObj(i -> Bodies.alarm()).toList();
    Map<String, String> ledger = new HashMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Map<String, Future<Answer>> coming = new HashMap<>();
      bodies.forEach(
          body -> coming.put(body.getString("id"), threads.submit(() -> untilAccepted(body))));
      for (int i = 0; i < 10; i++) {
        REDIS
            .server()
            .with(
                redis -> redis.clientKill(io.lettuce.core.KillArgs.Builder.typeNormal().skipme()));
      }
      for (var entry : coming.entrySet()) {
        ledger.put(entry.getKey(), entry.getValue().get().body().getString("incidentId"));
      }
    }
    assertThat(ledger).hasSize(200);
    assertThat(incidents())
        .containsExactlyInAnyOrderElementsOf(
            ledger.values().stream().map(id -> "{alarm}:incident:" + id).toList());
  }

  /// Also where an earlier release kept the names of its alarms in a set beside it.
  @Test
  void closedIncidentIsForgottenWithAllItsNamesAndOneThatIsReopenedIsNot() {
    JsonObject body = Bodies.alarm();
    String id = running.post(APP_1, "/v1/alarms", body).body().getString("incidentId");
    REDIS
        .server()
        .with(redis -> {
          redis.set("{alarm}:seen:earlier", "al-earlier " + id);
          return redis.sadd("{alarm}:names:" + id, "{alarm}:seen:earlier");
        });
    running.post(DISPATCHER_1, "/v1/incidents/" + id + "/acknowledgement", Bodies.accept());
    JsonObject outcome = new JsonObject().put("outcome", "no-intervention");
    assertThat(running.post(DISPATCHER_1, "/v1/incidents/" + id + "/completion", outcome).status())
        .isEqualTo(200);
    assertThat(lifetimes(id)).hasSize(5).allMatch(ms -> ms > 0);

    running.post(APP_1, "/v1/alarms", body.put("note", "again"));
    assertThat(lifetimes(id)).hasSize(5).allMatch(ms -> ms == -1);
  }

  /// Of the incident, of what its alarms are found by, and of the names beside it.
  private List<Long> lifetimes(String id) {
    return REDIS
        .server()
        .with(redis ->
            Stream.of("incident:" + id, "seen:*", "alarm:*", "names:" + id)
                .flatMap(pattern -> redis.keys("{alarm}:" + pattern).stream())
                .map(redis::pttl)
                .toList());
  }

  private Answer untilAccepted(JsonObject body) {
    return await()
        .atMost(SOON)
        .until(() -> running.post(APP_1, "/v1/alarms", body), answer -> answer.status() == 202);
  }

  private List<String> incidents() {
    return REDIS.server().with(redis -> redis.keys("{alarm}:incident:*"));
  }
}
