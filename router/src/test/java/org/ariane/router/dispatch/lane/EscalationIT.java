package org.ariane.router.dispatch.lane;

import static org.ariane.router.dispatch.lane.People.APP_1;
import static org.ariane.router.dispatch.lane.People.DISPATCHER_1;
import static org.ariane.router.dispatch.lane.People.DISPATCHER_2;
import static org.ariane.router.dispatch.lane.People.DISPATCHER_3;
import static org.ariane.router.dispatch.lane.People.SUPERVISOR_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import org.ariane.router.dispatch.AnswerTimes;
import org.ariane.router.dispatch.lane.RunningLane.Answer;
import org.ariane.router.dispatch.redis.RedisExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EscalationIT {
  @RegisterExtension static final RedisExtension REDIS = new RedisExtension();

  private final CentreSystem valDeMarne = new CentreSystem();
  private final CentreSystem nord = new CentreSystem();
  private RunningLane running = start(Duration.ofHours(1));

  private RunningLane start(Duration answerWithin) {
    return RunningLane.start(
        REDIS.server().uri(),
        Map.of(
            SmallDirectory.VAL_DE_MARNE,
            valDeMarne.endpoint(),
            SmallDirectory.NORD,
            nord.endpoint()),
        new AnswerTimes(answerWithin, answerWithin, answerWithin, answerWithin));
  }

  @AfterEach
  void stop() {
    running.close();
    valDeMarne.close();
    nord.close();
  }

  @Test
  void unansweredGoesAlongTheChainAndBeginsAgainWithOneOwnerAtEachStep() {
    running.close();
    running = start(Duration.ofSeconds(1));
    String id = raise(Bodies.alarm());
    await().until(() -> nord.received("incident.opened").size() == 1);
    assertThat(valDeMarne.received("incident.opened")).hasSize(1);
    assertThat(running.get(DISPATCHER_1, "/v1/incidents/" + id).status()).isEqualTo(200);
    assertThat(valDeMarne.received("incident.moved")).isEmpty();
    await().until(() -> valDeMarne.received("incident.opened").size() == 2);
    JsonObject again = valDeMarne.received("incident.opened").getLast().incident();
    assertThat(again.getString("id")).isEqualTo(id);
    assertThat(again.getInteger("round")).isEqualTo(2);
    await()
        .until(
            () -> take(DISPATCHER_1, id).status() == 200 || take(DISPATCHER_3, id).status() == 200);
    int rounds = valDeMarne.received("incident.opened").size();
    boolean quiet =
        running.meters().get("ariane.escalations").counters().stream()
                .mapToDouble(c -> c.count())
                .sum()
            >= 2;
    assertThat(quiet).isTrue();
    assertThat(REDIS.server().<Long>with(redis -> redis.zcard("{alarm}:deadline"))).isZero();
    assertThat(valDeMarne.received("incident.opened")).hasSize(rounds);
  }

  @Test
  void deadlinesOfADeadServerAreKeptByTheNext() {
    running.close();
    running = start(Duration.ofSeconds(2));
    raise(Bodies.alarm());
    running.close();
    running = start(Duration.ofHours(1));
    await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> nord.received("incident.opened").size() == 1);
  }

  @Test
  void rejectedGoesToTheNextAndLeavesNoDetail() {
    String id = raise(Bodies.alarm());
    JsonObject noCause = new JsonObject().put("status", "rejected");
    assertThat(acknowledge(DISPATCHER_1, id, noCause).status()).isEqualTo(400);
    Answer rejected = acknowledge(DISPATCHER_1, id, Bodies.reject());
    assertThat(rejected.status()).isEqualTo(200);
    assertThat(rejected.body().fieldNames()).containsExactly("id", "state");
    assertThat(running.get(DISPATCHER_1, "/v1/incidents/" + id).status()).isEqualTo(404);
    await().until(() -> nord.received("incident.opened").size() == 1);
    assertThat(take(DISPATCHER_3, id).status()).isEqualTo(200);
  }

  @Test
  void rejectionOfACriticalOneNeedsASupervisor() {
    String phone = "+33612345678";
    String id = raise(Bodies.silent().put("phone", phone));
    raise(Bodies.alarm().put("phone", phone));
    assertThat(
            running
                .get(DISPATCHER_1, "/v1/incidents/" + id)
                .body()
                .getJsonObject("priority")
                .getString("class"))
        .isEqualTo("critical");
    Answer asked = acknowledge(DISPATCHER_1, id, Bodies.reject());
    assertThat(asked.status()).isEqualTo(202);
    assertThat(acknowledge(DISPATCHER_2, id, Bodies.reject()).status()).isEqualTo(202);
    assertThat(
            running
                .get(SUPERVISOR_1, "/v1/incidents/" + id)
                .body()
                .getJsonObject("rejection")
                .getString("cause"))
        .isEqualTo("wrong-zone");
    assertThat(nord.received()).isEmpty();
    assertThat(acknowledge(SUPERVISOR_1, id, Bodies.reject()).status()).isEqualTo(200);
    await().until(() -> nord.received("incident.opened").size() == 1);
    assertThat(running.get(DISPATCHER_3, "/v1/incidents/" + id).status()).isEqualTo(200);
  }

  @Test
  void handedOverToAColleagueOrACentre() {
    String id = raise(Bodies.alarm());
    String handover = "/v1/incidents/" + id + "/handover";
    JsonObject nobody = new JsonObject().put("to", "nobody");
    assertThat(running.post(DISPATCHER_1, handover, nobody).status()).isEqualTo(409);
    assertThat(take(DISPATCHER_1, id).status()).isEqualTo(200);
    assertThat(running.post(DISPATCHER_1, handover, nobody).status()).isEqualTo(422);
    JsonObject colleague = new JsonObject().put("to", "dispatcher-2");
    Answer given = running.post(DISPATCHER_1, handover, colleague);
    assertThat(given.body().getJsonObject("holder").getString("position")).isEqualTo("2");
    JsonObject centre = new JsonObject().put("to", "fr-59-cic");
    assertThat(running.post(DISPATCHER_1, handover, centre).status()).isEqualTo(409);
    assertThat(running.post(DISPATCHER_2, handover, centre).status()).isEqualTo(200);
    assertThat(running.get(DISPATCHER_2, "/v1/incidents/" + id).status()).isEqualTo(404);
    Answer there = running.get(DISPATCHER_3, "/v1/incidents/" + id);
    assertThat(there.body().getString("state")).isEqualTo("open");
  }

  private String raise(JsonObject body) {
    return running.post(APP_1, "/v1/alarms", body).body().getString("incidentId");
  }

  private Answer take(People who, String id) {
    return acknowledge(who, id, Bodies.accept());
  }

  private Answer acknowledge(People who, String id, JsonObject body) {
    return running.post(who, "/v1/incidents/" + id + "/acknowledgement", body);
  }
}
