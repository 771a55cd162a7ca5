package org.ariane.router.dispatch.lane;

import static org.ariane.router.dispatch.lane.People.APP_1;
import static org.ariane.router.dispatch.lane.People.DISPATCHER_1;
import static org.ariane.router.dispatch.lane.People.DISPATCHER_2;
import static org.ariane.router.dispatch.lane.People.DISPATCHER_3;
import static org.ariane.router.dispatch.lane.People.SUPERVISOR_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.ariane.router.dispatch.redis.RedisExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What a console asks for besides its incidents.
class ConsoleIT {
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
  void whoHandedItOverAndWhoClosedItLearnHowItEndedAndNobodyElse() {
    String id = raise();
    act(DISPATCHER_1, id, "acknowledgement", Bodies.accept());
    act(DISPATCHER_1, id, "handover", new JsonObject().put("to", "fr-59-cic"));
    act(DISPATCHER_3, id, "acknowledgement", Bodies.accept());
    JsonObject ended = new JsonObject().put("outcome", "suspect-arrested").put("note", "a name");
    act(DISPATCHER_3, id, "completion", ended);
    act(DISPATCHER_3, id, "completion", ended);

    await().until(() -> told(DISPATCHER_1).size() == 1 && told(DISPATCHER_3).size() == 1);
    JsonObject line = told(DISPATCHER_1).getJsonObject(0);
    assertThat(line.getString("incident")).isEqualTo(id);
    assertThat(line.getString("outcome")).isEqualTo("suspect-arrested");
    assertThat(line.fieldNames()).containsExactly("incident", "outcome", "at", "exercise");
    assertThat(told(DISPATCHER_2)).isEmpty();
  }

  @Test
  void anOutcomeThatADeadServerHadNotToldIsToldByTheNext() {
    String id = raise();
    act(DISPATCHER_1, id, "acknowledgement", Bodies.accept());
    act(DISPATCHER_1, id, "completion", new JsonObject().put("outcome", "nobody-found"));
    await().until(() -> told(DISPATCHER_1).size() == 1);
    REDIS.server().<Long>with(redis -> redis.del("{alarm}:outcomes:dispatcher-1"));
    assertThat(told(DISPATCHER_1)).isEmpty();

    running.close();
    running = RunningLane.start(REDIS.server().uri(), Map.of());

    await().until(() -> told(DISPATCHER_1).size() == 1);
  }

  @Test
  void standingSaysWhoOneIsWithWhomAndWhichCentresStandInOnesChains() {
    JsonObject standing = running.get(DISPATCHER_1, "/v1/dispatch/standing").body();

    assertThat(standing.getJsonObject("you").getString("position")).isEqualTo("1");
    assertThat(names(standing.getJsonArray("colleagues")))
        .containsExactlyInAnyOrder(DISPATCHER_2.token(), SUPERVISOR_1.token());
    assertThat(names(standing.getJsonArray("centres"))).startsWith("fr-94-cic");
    assertThat(standing.getJsonArray("centres").getJsonObject(0).getBoolean("own")).isTrue();
    assertThat(standing.getString("store")).isEqualTo("durable");
  }

  @Test
  void standingAndIncidentsAreReadFromMemoryWhileTheStoreIsAway() {
    String id = raise();
    REDIS.server().kill();
    try {
      await().until(() -> store().equals("away"));
      assertThat(running.get(DISPATCHER_1, "/v1/incidents/" + id).status()).isEqualTo(200);
      assertThat(running.get(DISPATCHER_1, "/v1/outcomes").status()).isEqualTo(503);
    } finally {
      REDIS.server().restart();
    }
    await().until(() -> store().equals("durable"));
  }

  @Test
  void theNumberIsShownForAReasonThatIsWrittenDownFirst() {
    String id = raiseWithNumber();
    assertThat(running.get(DISPATCHER_1, "/v1/incidents/" + id).raw()).doesNotContain("3360");

    var shown = number(DISPATCHER_1, id, new JsonObject().put("reason", "locate"));

    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.body().getString("number")).isEqualTo("+33600000001");
    assertThat(shown.body().getString("callback")).isEqualTo("never");
    assertThat(trail())
        .singleElement()
        .satisfies(line -> {
          assertThat(line).containsEntry("by", "dispatcher-1").containsEntry("about", id);
          assertThat(line)
              .containsEntry("action", "number.opened")
              .containsEntry("reason", "locate");
        });
    JsonObject incident = running.get(DISPATCHER_2, "/v1/incidents/" + id).body();
    JsonArray history = incident.getJsonArray("history");
    JsonObject last = history.getJsonObject(history.size() - 1);
    assertThat(last.getString("what")).isEqualTo("number-opened");
    assertThat(last.getString("about")).isEqualTo("fr-94-cic/1 locate");
  }

  @Test
  void theNumberIsNotShownWithoutAReasonNorToAnotherCentreAndNothingIsWrittenDown() {
    String id = raiseWithNumber();
    JsonObject locate = new JsonObject().put("reason", "locate");

    assertThat(number(DISPATCHER_1, id, new JsonObject()).status()).isEqualTo(400);
    assertThat(number(DISPATCHER_1, id, new JsonObject().put("reason", "because")).status())
        .isEqualTo(400);
    assertThat(number(DISPATCHER_1, id, new JsonObject().put("reason", "other")).status())
        .isEqualTo(400);
    JsonObject tooLong = locate.copy().put("note", "a".repeat(201));
    assertThat(number(DISPATCHER_1, id, tooLong).status()).isEqualTo(400);
    assertThat(number(DISPATCHER_3, id, locate).status()).isEqualTo(404);
    assertThat(number(DISPATCHER_1, raise(), locate).status()).isEqualTo(409);
    assertThat(trail()).isEmpty();
  }

  @Test
  void theNumberIsNotShownWhereItCannotBeWrittenDown() {
    String id = raiseWithNumber();
    REDIS.server().kill();
    try {
      await().until(() -> store().equals("away"));
      var refused = number(DISPATCHER_1, id, new JsonObject().put("reason", "locate"));
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.raw()).doesNotContain("3360");
    } finally {
      REDIS.server().restart();
    }
    await().until(() -> store().equals("durable"));
  }

  @Test
  void outlineOfAZoneComesWithItsNeighboursAndAnUnknownOneDoesNotExist() {
    JsonObject outline = running.get(DISPATCHER_1, "/v1/zones/fr-94-maisons-alfort/outline").body();

    assertThat(names(outline.getJsonArray("features"))).startsWith("fr-94-maisons-alfort");
    JsonObject geometry =
        outline.getJsonArray("features").getJsonObject(0).getJsonObject("geometry");
    JsonArray ring = geometry.getJsonArray("coordinates").getJsonArray(0).getJsonArray(0);
    assertThat(ring.getJsonArray(0).getDouble(0)).isBetween(2.0, 3.0);
    assertThat(ring.getJsonArray(0)).isEqualTo(ring.getJsonArray(ring.size() - 1));
    assertThat(running.get(DISPATCHER_1, "/v1/zones/nowhere/outline").status()).isEqualTo(404);
    assertThat(running.get(DISPATCHER_1, "/v1/zones/NOT%20AN%20ID/outline").status())
        .isEqualTo(404);
  }

  private String store() {
    return running.get(DISPATCHER_1, "/v1/dispatch/standing").body().getString("store");
  }

  private String raise() {
    return running.post(APP_1, "/v1/alarms", Bodies.alarm()).body().getString("incidentId");
  }

  private String raiseWithNumber() {
    JsonObject alarm = Bodies.alarm().put("phone", "+33600000001");
    return running.post(APP_1, "/v1/alarms", alarm).body().getString("incidentId");
  }

  private RunningLane.Answer number(People who, String id, JsonObject body) {
    return running.post(who, "/v1/incidents/" + id + "/number", body);
  }

  /// Written by [WrittenTrail]; chained by others a moment later.
  private static List<Map<String, String>> trail() {
    return REDIS
        .server()
        .with(redis ->
            redis.xrange("{alarm}:audit:pending", io.lettuce.core.Range.<String>unbounded()))
        .stream()
        .map(message -> message.getBody())
        .toList();
  }

  private void act(People who, String id, String step, JsonObject body) {
    var answer = running.post(who, "/v1/incidents/" + id + "/" + step, body);
    assertThat(answer.status()).as(answer.raw()).isEqualTo(200);
  }

  private JsonArray told(People who) {
    return running.get(who, "/v1/outcomes").body().getJsonArray("outcomes");
  }

  private static List<String> names(JsonArray items) {
    return items.stream().map(item -> ((JsonObject) item).getString("id")).toList();
  }
}
