package org.ariane.router.dispatch.lane;

import static org.ariane.router.dispatch.lane.People.APP_1;
import static org.ariane.router.dispatch.lane.People.APP_2;
import static org.ariane.router.dispatch.lane.People.DISPATCHER_1;
import static org.ariane.router.dispatch.lane.People.DISPATCHER_2;
import static org.ariane.router.dispatch.lane.People.DISPATCHER_3;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ariane.router.dispatch.lane.RunningLane.Answer;
import org.ariane.router.dispatch.redis.RedisExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AlarmLaneIT {
  @RegisterExtension static final RedisExtension REDIS = new RedisExtension();

  private CentreSystem valDeMarne;
  private RunningLane running;

  @BeforeEach
  void start() {
    valDeMarne = new CentreSystem();
    running =
        RunningLane.start(
            REDIS.server().uri(), Map.of(SmallDirectory.VAL_DE_MARNE, valDeMarne.endpoint()));
  }

  @AfterEach
  void stop() {
    running.close();
    valDeMarne.close();
  }

  @Test
  void acceptedAlarmIsStoredListedAndDeliveredOnceAndTakenOnce() {
    Answer accepted = running.post(APP_1, "/v1/alarms", Bodies.alarm());

    assertThat(accepted.status()).isEqualTo(202);
    assertThat(accepted.body().fieldNames())
        .containsExactly(
            "alarmId",
            "incidentId",
            "status",
            "coverage",
            "dialAfterS",
            "emergencyNumber",
            "degraded");
    assertThat(accepted.body().getString("status")).isEqualTo("received");
    assertThat(accepted.body().getString("coverage")).isEqualTo("centre");
    assertThat(accepted.body().getInteger("dialAfterS")).isEqualTo(45);
    assertThat(accepted.body().getJsonArray("degraded")).isEmpty();
    String id = accepted.body().getString("incidentId");
    boolean stored = REDIS.server().with(redis -> redis.exists("{alarm}:incident:" + id) == 1L);
    assertThat(stored).isTrue();

    JsonArray listed =
        running.get(DISPATCHER_1, "/v1/incidents?state=open").body().getJsonArray("incidents");
    assertThat(listed).hasSize(1);
    JsonObject incident = listed.getJsonObject(0);
    assertThat(incident.getString("id")).isEqualTo(id);
    assertThat(incident.getString("callback")).isEqualTo("never");
    assertThat(incident.getJsonObject("priority").getString("class")).isEqualTo("high");
    assertThat(incident.getValue("holder")).isNull();

    await().until(() -> !valDeMarne.received().isEmpty());
    assertThat(valDeMarne.received("incident.opened")).hasSize(1);
    assertThat(valDeMarne.received().getFirst().body().getLong("sequence")).isEqualTo(1);
    assertThat(valDeMarne.received().getFirst().incident().getString("id")).isEqualTo(id);
    await().until(() -> status(accepted).equals("delivered"));

    Answer taken = take(DISPATCHER_1, id);
    assertThat(taken.status()).isEqualTo(200);
    assertThat(taken.body().getString("state")).isEqualTo("taken");
    assertThat(take(DISPATCHER_1, id).status()).isEqualTo(200);
    Answer late = take(DISPATCHER_2, id);
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body().getString("type")).endsWith("/already-taken");
    assertThat(late.body().getJsonObject("holder").getString("position")).isEqualTo("1");
    assertThat(status(accepted)).isEqualTo("taken");

    String path = "/v1/incidents/" + id;
    JsonObject onTheWay = new JsonObject().put("status", "on-the-way");
    assertThat(running.post(DISPATCHER_2, path + "/progress", onTheWay).status()).isEqualTo(409);
    assertThat(running.post(DISPATCHER_1, path + "/progress", onTheWay).status()).isEqualTo(200);
    assertThat(status(accepted)).isEqualTo("on-the-way");
    JsonObject outcome = new JsonObject().put("outcome", "patrol-met-her-safe").put("note", "n");
    Answer closed = running.post(DISPATCHER_1, path + "/completion", outcome);
    assertThat(closed.body().getString("state")).isEqualTo("closed");
    assertThat(closed.body().getJsonObject("outcome")).isEqualTo(outcome);
    assertThat(status(accepted)).isEqualTo("closed");
    assertThat(running.get(DISPATCHER_1, "/v1/incidents?state=closed").body().encode())
        .contains(id);
    await().until(() -> valDeMarne.received("incident.closed").size() == 1);
    List<Long> sequences =
        valDeMarne.received().stream().map(one -> one.body().getLong("sequence")).toList();
    assertThat(sequences).doesNotHaveDuplicates();
  }

  @Test
  void sameAlarmFiftyTimesAtOnceIsOneIncident() throws Exception {
    JsonObject body = Bodies.alarm().put("phone", "+33612345678");
    Set<String> answers = new HashSet<>();
    for (Answer answer : atOnce(50, () -> running.post(APP_1, "/v1/alarms", body))) {
      assertThat(answer.status()).isEqualTo(202);
      answers.add(answer.body().getString("alarmId") + answer.body().getString("incidentId"));
    }
    assertThat(answers).hasSize(1);
    assertThat(incidents(DISPATCHER_1)).hasSize(1);
    await().until(() -> !valDeMarne.received().isEmpty());
    assertThat(valDeMarne.received()).hasSize(1);
  }

  @Test
  void otherContentUnderTheSameIdIsAnUpdate() {
    JsonObject body = Bodies.alarm();
    Answer first = running.post(APP_1, "/v1/alarms", body);
    Answer second = running.post(APP_1, "/v1/alarms", body.copy().put("note", "he is at the door"));
    assertThat(second.body().getString("alarmId")).isEqualTo(first.body().getString("alarmId"));
    await().until(() -> status(first).equals("delivered"));
    JsonObject incident = incidents(DISPATCHER_1).getJsonObject(0);
    assertThat(incident.getJsonArray("notes")).containsExactly("he is at the door");
    assertThat(incident.getJsonArray("alarms")).hasSize(1);
    await().until(() -> valDeMarne.received("incident.updated").size() == 1);

    // The first content again, late: a repeat, not an update.
    running.post(APP_1, "/v1/alarms", body);
    assertThat(running.get(DISPATCHER_1, path(first)).body().getString("updatedAt"))
        .isEqualTo(incident.getString("updatedAt"));
    // The same id of another app is another alarm.
    Answer other = running.post(APP_2, "/v1/alarms", body);
    assertThat(other.body().getString("incidentId"))
        .isNotEqualTo(first.body().getString("incidentId"));
  }

  @Test
  void alarmsOfOnePhoneJoinAndRaiseThePriority() throws Exception {
    JsonObject body = Bodies.alarm().put("phone", "+33612345678");
    Answer first = running.post(APP_1, "/v1/alarms", body);
    List<Answer> more =
        atOnce(
            10,
            () -> running.post(APP_2, "/v1/alarms", Bodies.alarm().put("phone", "+33612345678")));
    for (Answer answer : more) {
      assertThat(answer.body().getString("incidentId"))
          .isEqualTo(first.body().getString("incidentId"));
    }
    JsonObject incident = incidents(DISPATCHER_1).getJsonObject(0);
    assertThat(incident.getJsonArray("alarms")).hasSize(11);
    JsonObject priority = incident.getJsonObject("priority");
    assertThat(priority.getString("class")).isEqualTo("critical");
    assertThat(priority.getJsonArray("reasons").encode())
        .contains("\"repeat\"", "11 alarms within");

    Answer exercise =
        running.post(
            APP_1, "/v1/alarms", Bodies.alarm().put("phone", "+33612345678").put("exercise", true));
    assertThat(exercise.body().getString("incidentId"))
        .isNotEqualTo(first.body().getString("incidentId"));
    List<String> keys = REDIS.server().with(redis -> redis.keys("*"));
    assertThat(keys).noneMatch(key -> key.contains("612345678"));
  }

  @Test
  void anotherCentresIncidentDoesNotExist() {
    Answer accepted = running.post(APP_1, "/v1/alarms", Bodies.alarm());
    assertThat(running.get(DISPATCHER_3, path(accepted)).status()).isEqualTo(404);
    assertThat(take(DISPATCHER_3, accepted.body().getString("incidentId")).status()).isEqualTo(404);
    assertThat(incidents(DISPATCHER_3)).isEmpty();
    assertThat(running.get(APP_2, "/v1/alarms/" + accepted.body().getString("alarmId")).status())
        .isEqualTo(404);
    assertThat(running.get(DISPATCHER_1, "/v1/incidents/in-x").status()).isEqualTo(404);
    assertThat(running.get(APP_1, "/v1/incidents").status()).isEqualTo(403);
  }

  @Test
  void twoWhoTakeAtOnceHaveOneWinner() throws Exception {
    for (int i = 0; i < 10; i++) {
      String id = running.post(APP_1, "/v1/alarms", Bodies.alarm()).body().getString("incidentId");
      List<Callable<Answer>> both =
          List.of(() -> take(DISPATCHER_1, id), () -> take(DISPATCHER_2, id));
      List<Integer> codes = new ArrayList<>();
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (Future<Answer> answer : threads.invokeAll(both)) {
          codes.add(answer.get().status());
        }
      }
      assertThat(codes).containsExactlyInAnyOrder(200, 409);
    }
  }

  @Test
  void placeOutsideAllZonesIsTakenByTheDefaultCentreAndNotCovered() {
    Answer outside =
        running.post(
            APP_1, "/v1/alarms", Bodies.alarm().put("position", Bodies.position(45.0, 5.0)));
    assertThat(outside.body().getString("coverage")).isEqualTo("none");
    assertThat(outside.body().getJsonArray("degraded")).containsExactly("/position");
    Answer uncovered =
        running.post(
            APP_1, "/v1/alarms", Bodies.alarm().put("position", Bodies.position(50.63, 3.06)));
    assertThat(uncovered.body().getString("coverage")).isEqualTo("none");
    assertThat(uncovered.body().getJsonArray("degraded")).isEmpty();
    assertThat(incidents(DISPATCHER_1)).hasSize(1);
    assertThat(incidents(DISPATCHER_3)).hasSize(1);
  }

  @Test
  void laterPlaceBringsAnIncidentToItsCentre() {
    JsonObject nowhere = Bodies.alarm();
    nowhere.remove("position");
    Answer accepted = running.post(APP_1, "/v1/alarms", nowhere);
    assertThat(accepted.body().getJsonArray("degraded")).containsExactly("/position");
    assertThat(incidents(DISPATCHER_1)).hasSize(1);
    String alarm = "/v1/alarms/" + accepted.body().getString("alarmId");
    Answer located =
        running.post(
            APP_1,
            alarm + "/locations",
            new JsonObject().put("position", Bodies.position(50.63, 3.06)));
    assertThat(located.status()).isEqualTo(202);
    assertThat(incidents(DISPATCHER_1)).isEmpty();
    assertThat(incidents(DISPATCHER_3)).hasSize(1);
    await().until(() -> valDeMarne.received("incident.moved").size() == 1);
    assertThat(valDeMarne.received("incident.moved").getFirst().incident().fieldNames())
        .containsExactly("id", "state");
  }

  @Test
  void afterACancellationTheAppSeesTheSameBytesForEver() {
    Answer accepted = running.post(APP_1, "/v1/alarms", Bodies.alarm());
    String alarm = "/v1/alarms/" + accepted.body().getString("alarmId");
    Answer cancelled =
        running.post(APP_1, alarm + "/cancellation", new JsonObject().put("code", "4711"));
    assertThat(cancelled.body().getString("status")).isEqualTo("cancelled");
    String seen = running.get(APP_1, alarm).raw();
    assertThat(cancelled.raw()).isEqualTo(seen);
    assertThat(take(DISPATCHER_1, accepted.body().getString("incidentId")).status()).isEqualTo(200);
    assertThat(running.get(APP_1, alarm).raw()).isEqualTo(seen);
    assertThat(running.post(APP_1, alarm + "/cancellation", new byte[] {'{'}).raw())
        .isEqualTo(seen);
    assertThat(running.get(DISPATCHER_1, path(accepted)).body().getJsonArray("cancellations"))
        .hasSize(1);
  }

  private String status(Answer accepted) {
    return running
        .get(APP_1, "/v1/alarms/" + accepted.body().getString("alarmId"))
        .body()
        .getString("status");
  }

  private Answer take(People who, String incident) {
    return running.post(who, "/v1/incidents/" + incident + "/acknowledgement", Bodies.accept());
  }

  private JsonArray incidents(People who) {
    return running.get(who, "/v1/incidents").body().getJsonArray("incidents");
  }

  private static String path(Answer accepted) {
    return "/v1/incidents/" + accepted.body().getString("incidentId");
  }

  private static List<Answer> atOnce(int times, Callable<Answer> call) throws Exception {
    List<Answer> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Answer>> calls = java.util.Collections.nCopies(times, call);
      for (Future<Answer> answer : threads.invokeAll(calls)) {
        answers.add(answer.get());
      }
    }
    return answers;
  }
}
