package org.ariane.router.dispatch.lane;

import static org.ariane.router.dispatch.lane.People.APP_1;
import static org.ariane.router.dispatch.lane.People.DISPATCHER_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ariane.router.dispatch.lane.RunningLane.Answer;
import org.ariane.router.dispatch.redis.RedisExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OutageIT {
  @RegisterExtension static final RedisExtension REDIS = new RedisExtension();
  private static final int MISSED = 140;
  private static final int ALONE = 20;

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
  void manyMissedAtOnceAreAFewNoticesAndEachStaysHerOwnAlarm() throws Exception {
    List<JsonObject> bodies = new ArrayList<>();
    for (int i = 0; i < MISSED; i++) {
      bodies.add(missed(i));
    }
    List<Answer> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      List<Future<Answer>> futures =
          bodies.stream()
              .map(body -> threads.submit(() -> running.post(APP_1, "/v1/alarms", body)))
              .toList();
      for (Future<Answer> future : futures) {
        answers.add(future.get());
      }
    }

    assertThat(answers).allMatch(answer -> answer.status() == 202);
    assertThat(answers.stream().map(answer -> answer.body().getString("alarmId")).distinct())
        .hasSize(MISSED);
    List<JsonObject> notices = notices();
    assertThat(incidents()).hasSize(ALONE + 2);
    assertThat(notices.stream().mapToInt(OutageIT::missed)).containsExactlyInAnyOrder(100, 20);
    for (JsonObject notice : notices) {
      assertThat(notice.getBoolean("confirmFirst")).isTrue();
      assertThat(notice.containsKey("position")).isFalse();
      JsonArray said = notice.getJsonObject("outage").getJsonArray("alarms");
      assertThat(said).as("what each of them said").hasSize(missed(notice));
      assertThat(said.stream().map(JsonObject.class::cast))
          .allMatch(one -> one.getJsonObject("position").getDouble("lat") == 48.8065);
      assertThat(notice.getJsonObject("priority").getString("class")).isEqualTo("elevated");
      assertThat(notice.getJsonArray("history").encode()).contains("\"outage\"");
    }

    List<Integer> among = new ArrayList<>();
    for (int i = 0; i < MISSED; i++) {
      String incident = answers.get(i).body().getString("incidentId");
      if (notices.stream().anyMatch(notice -> notice.getString("id").equals(incident))) {
        among.add(i);
      }
    }
    assertThat(among).hasSize(MISSED - ALONE);
    Answer again = running.post(APP_1, "/v1/alarms", bodies.get(among.get(0)));
    assertThat(again.body().getString("alarmId")).isEqualTo(id(answers, among.get(0)));
    assertThat(again.body().getString("incidentId"))
        .isEqualTo(answers.get(among.get(0)).body().getString("incidentId"));
    pressingTheButtonIsHerOwnIncident(bodies, among);
    moreContentIsHerOwnIncident(bodies, answers, among);
    aPlaceIsHerOwnIncident(answers, among.get(3));
    aCancellationStaysWhatItWas(answers, among.get(4));
  }

  private void pressingTheButtonIsHerOwnIncident(List<JsonObject> bodies, List<Integer> among) {
    int who = among.get(1);
    String phone = bodies.get(who).getString("phone");
    Answer button = running.post(APP_1, "/v1/alarms", Bodies.alarm().put("phone", phone));
    assertAlone(button.body().getString("incidentId"), "trigger.button");
  }

  private void moreContentIsHerOwnIncident(
      List<JsonObject> bodies, List<Answer> answers, List<Integer> among) {
    int who = among.get(2);
    Answer more =
        running.post(APP_1, "/v1/alarms", bodies.get(who).copy().put("trigger", "silent"));
    assertThat(more.body().getString("alarmId")).isEqualTo(id(answers, who));
    assertAlone(more.body().getString("incidentId"), "trigger.silent");
    running.post(
        DISPATCHER_1,
        "/v1/incidents/" + more.body().getString("incidentId") + "/acknowledgement",
        Bodies.accept());
    assertThat(status(id(answers, who))).isEqualTo("taken");
    Answer late = running.post(APP_1, "/v1/alarms", bodies.get(who));
    assertThat(late.body().getString("incidentId")).isEqualTo(more.body().getString("incidentId"));
  }

  private void aPlaceIsHerOwnIncident(List<Answer> answers, int who) {
    String path = "/v1/alarms/" + id(answers, who);
    JsonObject place = new JsonObject().put("position", Bodies.position(48.8066, 2.4381));
    assertThat(running.post(APP_1, path + "/locations", place).body().getString("status"))
        .isEqualTo("received");
    String own = REDIS.server().with(redis -> redis.get("{alarm}:alarm:" + id(answers, who)));
    assertAlone(own, "trigger.check-in-missed");
    // The code that she set with the first message still holds.
    running.post(APP_1, path + "/cancellation", new JsonObject().put("code", "4711"));
    JsonObject incident = running.get(DISPATCHER_1, "/v1/incidents/" + own).body();
    assertThat(incident.getJsonArray("cancellations").getJsonObject(0).getBoolean("duress"))
        .isFalse();
  }

  private void aCancellationStaysWhatItWas(List<Answer> answers, int who) {
    String path = "/v1/alarms/" + id(answers, who);
    String seen = running.post(APP_1, path + "/cancellation", new JsonObject()).raw();
    JsonObject place = new JsonObject().put("position", Bodies.position(48.8066, 2.4381));
    running.post(APP_1, path + "/locations", place);
    assertThat(running.get(APP_1, path).raw()).isEqualTo(seen);
  }

  private void assertAlone(String incident, String reason) {
    JsonObject own = running.get(DISPATCHER_1, "/v1/incidents/" + incident).body();
    assertThat(own.containsKey("outage")).isFalse();
    assertThat(own.getJsonArray("alarms")).hasSize(1);
    assertThat(own.getJsonObject("priority").encode()).contains(reason);
  }

  private String status(String alarm) {
    return running.get(APP_1, "/v1/alarms/" + alarm).body().getString("status");
  }

  private static String id(List<Answer> answers, int who) {
    return answers.get(who).body().getString("alarmId");
  }

  private static JsonObject missed(int i) {
    return Bodies.alarm()
        .put("trigger", "check-in-missed")
        .put("cancellationCode", "4711")
        .put("phone", "+3361234%04d".formatted(i));
  }

  private static int missed(JsonObject notice) {
    return notice.getJsonObject("outage").getInteger("missed");
  }

  private List<JsonObject> notices() {
    return incidents().stream()
        .map(JsonObject.class::cast)
        .filter(incident -> incident.containsKey("outage"))
        .toList();
  }

  private JsonArray incidents() {
    return running.get(DISPATCHER_1, "/v1/incidents").body().getJsonArray("incidents");
  }
}
