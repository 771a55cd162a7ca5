package org.ariane.router.dispatch.lane;

import static org.ariane.router.dispatch.lane.People.APP_1;
import static org.ariane.router.dispatch.lane.People.DISPATCHER_1;
import static org.ariane.router.dispatch.lane.People.DISPATCHER_3;
import static org.ariane.router.dispatch.lane.People.OPERATOR_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.ariane.router.dispatch.lane.RunningLane.Answer;
import org.ariane.router.dispatch.redis.RedisExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AssessmentIT {
  @RegisterExtension static final RedisExtension REDIS = new RedisExtension();

  private static final String PHONE = "+33612345678";
  private static final JsonObject GRAVE =
      new JsonObject()
          .put(
              "answers",
              new JsonObject()
                  .put("threat-to-kill", "yes")
                  .put("firearms", "yes")
                  .put("children", "yes")
                  .put("housing", "yes")
                  .put("paranoia", "skipped")
                  .put("addiction", "unknown"));

  private RunningLane running;

  @BeforeEach
  void start() {
    running = RunningLane.start(REDIS.server().uri(), Map.of());
  }

  @AfterEach
  void stop() {
    running.close();
  }

  private Answer raise(JsonObject alarm) {
    return running.post(APP_1, "/v1/alarms", alarm);
  }

  private JsonObject seen(String id) {
    return running.get(DISPATCHER_1, "/v1/incidents/" + id).body();
  }

  private static String urgency(JsonObject incident) {
    return incident.getJsonObject("priority").getString("class");
  }

  @Test
  void itRaisesTheClassOfAnOpenIncidentAndBringsTheDeadlineNearer() {
    String id = raise(Bodies.alarm()).body().getString("incidentId");
    JsonObject before = seen(id);
    String path = "/v1/incidents/" + id + "/assessment";
    assertThat(running.post(DISPATCHER_3, path, GRAVE).status()).isEqualTo(404);
    assertThat(running.post(OPERATOR_1, path, GRAVE).status()).isEqualTo(404);

    assertThat(running.post(DISPATCHER_1, path, GRAVE).status()).isEqualTo(201);

    JsonObject after = seen(id);
    assertThat(urgency(before)).isEqualTo("high");
    assertThat(urgency(after)).isEqualTo("critical");
    assertThat(Instant.parse(after.getString("deadline")))
        .isBefore(Instant.parse(before.getString("deadline")));
    JsonObject assessment = after.getJsonObject("assessment");
    assertThat(assessment.getString("level")).isEqualTo("high");
    assertThat(assessment.getJsonArray("risk"))
        .containsExactly("firearms", "threat-to-kill", "children");
    assertThat(assessment.getJsonArray("safety")).containsExactly("housing");
    assertThat(assessment.getInteger("unanswered")).isEqualTo(19);
    assertThat(after.getBoolean("children")).isTrue();
    assertThat(after.getBoolean("weapons")).isTrue();
  }

  @Test
  void aMilderOneLowersNothing() {
    String id = raise(Bodies.alarm()).body().getString("incidentId");
    String path = "/v1/incidents/" + id + "/assessment";
    running.post(DISPATCHER_1, path, GRAVE);
    JsonObject grave = seen(id);
    JsonObject denied = new JsonObject();
    GRAVE.getJsonObject("answers").forEach(entry -> denied.put(entry.getKey(), "no"));

    running.post(DISPATCHER_1, path, new JsonObject().put("answers", denied));

    assertThat(seen(id).getJsonObject("priority")).isEqualTo(grave.getJsonObject("priority"));
    assertThat(seen(id).getJsonObject("assessment").getJsonArray("risk")).isEmpty();
  }

  @Test
  void theNextAlarmOfThePhoneFindsItAndTheAppSeesNoDifference() {
    String first = raise(Bodies.alarm().put("phone", PHONE)).body().getString("incidentId");
    Answer kept = running.post(DISPATCHER_1, "/v1/incidents/" + first + "/assessment", GRAVE);
    assertThat(kept.body().getBoolean("foundNextTime")).isTrue();
    running.post(DISPATCHER_1, "/v1/incidents/" + first + "/acknowledgement", Bodies.accept());
    running.post(
        DISPATCHER_1,
        "/v1/incidents/" + first + "/completion",
        new JsonObject().put("outcome", "safe"));

    Answer known = raise(Bodies.alarm().put("phone", PHONE));
    Answer unknown = raise(Bodies.alarm().put("phone", "+33612345679"));

    JsonObject incident = seen(known.body().getString("incidentId"));
    assertThat(incident.getString("id")).isNotEqualTo(first);
    assertThat(urgency(incident)).isEqualTo("critical");
    assertThat(incident.getJsonObject("assessment").getString("level")).isEqualTo("high");
    assertThat(withoutIds(known)).isEqualTo(withoutIds(unknown));
  }

  @Test
  void anExerciseLeavesNothingBehind() {
    String id =
        raise(Bodies.alarm().put("phone", PHONE).put("exercise", true))
            .body()
            .getString("incidentId");

    Answer kept = running.post(DISPATCHER_1, "/v1/incidents/" + id + "/assessment", GRAVE);

    assertThat(kept.body().getBoolean("foundNextTime")).isFalse();
    JsonObject real =
        seen(raise(Bodies.alarm().put("phone", PHONE)).body().getString("incidentId"));
    assertThat(real.containsKey("assessment")).isFalse();
  }

  @Test
  void whatIsNotInTheVocabularyIsNamedAndChangesNothing() {
    String id = raise(Bodies.alarm()).body().getString("incidentId");
    JsonObject wrong =
        new JsonObject()
            .put("answers", new JsonObject().put("firearms", "perhaps").put("weather", "yes"));

    Answer answer = running.post(DISPATCHER_1, "/v1/incidents/" + id + "/assessment", wrong);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.raw()).contains("answers.firearms").doesNotContain("weather");
    assertThat(seen(id).containsKey("assessment")).isFalse();
  }

  @Test
  void theVocabularyIsServedInCodes() {
    JsonObject vocabulary = running.get(DISPATCHER_1, "/v1/danger-assessment").body();
    assertThat(vocabulary.getJsonObject("risk").fieldNames()).hasSize(18);
    assertThat(vocabulary.getJsonArray("safety")).hasSize(5);
    assertThat(vocabulary.getJsonObject("grids").getJsonArray("light")).hasSize(9);
  }

  private static JsonObject withoutIds(Answer answer) {
    JsonObject body = answer.body().copy();
    Set.of("alarmId", "incidentId").forEach(body::remove);
    return body.put("httpStatus", answer.status());
  }
}
