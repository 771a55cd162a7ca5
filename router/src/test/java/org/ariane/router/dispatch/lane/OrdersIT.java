package org.ariane.router.dispatch.lane;

import static org.ariane.router.dispatch.lane.People.APP_1;
import static org.ariane.router.dispatch.lane.People.DISPATCHER_1;
import static org.ariane.router.dispatch.lane.People.DISPATCHER_3;
import static org.ariane.router.dispatch.lane.People.OPERATOR_1;
import static org.ariane.router.dispatch.lane.People.REGISTRAR_1;
import static org.ariane.router.dispatch.lane.People.REGISTRAR_2;
import static org.ariane.router.dispatch.lane.People.SUPERVISOR_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.ariane.router.dispatch.lane.RunningLane.Answer;
import org.ariane.router.dispatch.redis.RedisExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OrdersIT {
  @RegisterExtension static final RedisExtension REDIS = new RedisExtension();

  private static final JsonObject NOTHING = new JsonObject();
  private static final String PHONE = "+33612345678";

  private RunningLane running;

  @BeforeEach
  void start() {
    running = RunningLane.start(REDIS.server().uri(), Map.of());
  }

  @AfterEach
  void stop() {
    running.close();
  }

  private static JsonObject told() {
    return new JsonObject()
        .put("kind", "contact-ban")
        .put("court", "TJ Créteil")
        .put("until", "2099-03-01");
  }

  private static JsonObject ofPhone() {
    return told()
        .put("zone", "fr-94-maisons-alfort")
        .put("subject", new JsonObject().put("phone", PHONE));
  }

  private JsonObject incident(JsonObject alarm) {
    Answer accepted = running.post(APP_1, "/v1/alarms", alarm);
    assertThat(accepted.body().getInteger("dialAfterS")).isEqualTo(45);
    assertThat(accepted.raw()).doesNotContain("order", "ban", "critical");
    return seen(accepted.body().getString("incidentId"));
  }

  private JsonObject seen(String id) {
    return running.get(DISPATCHER_1, "/v1/incidents/" + id).body();
  }

  private static String urgency(JsonObject incident) {
    return incident.getJsonObject("priority").getString("class");
  }

  @Test
  void oneThatIsInForceIsTheFirstLineAndRaisesTheClass() {
    assertThat(running.post(REGISTRAR_1, "/v1/orders", ofPhone()).status()).isEqualTo(201);

    JsonObject incident = incident(Bodies.alarm().put("trigger", "fall").put("phone", PHONE));
    JsonObject other = incident(Bodies.alarm().put("trigger", "fall").put("phone", "+33612345679"));

    JsonObject order = incident.getJsonArray("orders").getJsonObject(0);
    assertThat(order.getString("status")).isEqualTo("verified");
    assertThat(order.getString("court")).isEqualTo("TJ Créteil");
    assertThat(incident.encode()).contains("Ban on contact until 2099-03-01 (verified)");
    assertThat(urgency(incident)).isEqualTo("critical");
    assertThat(urgency(other)).isEqualTo("elevated");
    assertThat(other.getJsonArray("orders")).isEmpty();
    assertThat(REDIS.server().<List<String>>with(redis -> redis.keys("*")))
        .noneMatch(key -> key.contains("612345678"));
  }

  @Test
  void whoEntersABarredZoneBreachesTheOrder() {
    running.post(REGISTRAR_1, "/v1/orders", ofPhone());

    JsonObject incident = incident(Bodies.alarm().put("trigger", "geofence").put("phone", PHONE));

    assertThat(incident.getJsonArray("orders").getJsonObject(0).getBoolean("breached")).isTrue();
    assertThat(incident.encode()).contains("order.breached");
  }

  @Test
  void endingNeedsTwoRegistrarsAndKeepsTheBreaches() {
    String id = running.post(OPERATOR_1, "/v1/orders", ofPhone()).body().getString("id");
    String path = "/v1/orders/" + id;
    assertThat(
            running.post(REGISTRAR_1, path + "/verification", NOTHING).body().getString("status"))
        .isEqualTo("verified");
    assertThat(running.post(REGISTRAR_1, path + "/breaches", NOTHING).status()).isEqualTo(200);
    assertThat(running.post(REGISTRAR_1, path + "/confirmation", NOTHING).status()).isEqualTo(409);
    assertThat(running.delete(REGISTRAR_1, path).status()).isEqualTo(202);
    assertThat(running.delete(REGISTRAR_2, path).status()).isEqualTo(202);
    assertThat(running.post(REGISTRAR_1, path + "/confirmation", NOTHING).status()).isEqualTo(409);
    assertThat(incident(Bodies.alarm().put("phone", PHONE)).getJsonArray("orders")).hasSize(1);

    assertThat(running.post(REGISTRAR_2, path + "/confirmation", NOTHING).status()).isEqualTo(200);

    JsonObject after = incident(Bodies.alarm().put("phone", PHONE).put("exercise", true));
    assertThat(after.getJsonArray("orders")).isEmpty();
    JsonObject kept =
        running
            .post(REGISTRAR_1, "/v1/orders/search", new JsonObject().put("phone", PHONE))
            .body()
            .getJsonArray("orders")
            .getJsonObject(0);
    assertThat(kept.getBoolean("inForce")).isFalse();
    assertThat(kept.getJsonArray("breaches")).hasSize(1);
  }

  @Test
  void oneThatIsOverOrHalfUnderstoodIsRefused() {
    String yesterday = LocalDate.now(java.time.ZoneOffset.UTC).minusDays(2).toString();
    for (JsonObject wrong :
        List.of(
            ofPhone().put("until", yesterday),
            ofPhone().put("kind", "curfew"),
            ofPhone().put("court", " "),
            ofPhone().put("subject", new JsonObject()))) {
      assertThat(running.post(REGISTRAR_1, "/v1/orders", wrong).status()).isEqualTo(400);
    }
    JsonObject elsewhere = ofPhone().put("zone", "fr-59-lille");
    assertThat(running.post(REGISTRAR_1, "/v1/orders", elsewhere).status()).isEqualTo(404);
    assertThat(running.post(DISPATCHER_1, "/v1/orders", ofPhone()).status()).isEqualTo(403);
  }

  @Test
  void oneThatIsToldOfMeanwhileRaisesTheClassAndBringsTheDeadlineNearer() {
    JsonObject before = incident(Bodies.alarm());
    String id = before.getString("id");
    String path = "/v1/incidents/" + id + "/orders";
    assertThat(urgency(before)).isEqualTo("high");
    assertThat(running.post(DISPATCHER_3, path, told()).status()).isEqualTo(404);
    assertThat(running.post(OPERATOR_1, path, told()).status()).isEqualTo(404);

    Answer claimed = running.post(DISPATCHER_1, path, told());

    assertThat(claimed.status()).isEqualTo(201);
    String order = claimed.body().getJsonObject("order").getString("id");
    assertThat(urgency(seen(id))).isEqualTo("high");
    assertThat(running.post(DISPATCHER_1, path + "/" + order + "/verification", NOTHING).status())
        .isEqualTo(403);
    assertThat(running.post(REGISTRAR_1, path + "/" + order + "/verification", NOTHING).status())
        .isEqualTo(200);
    JsonObject verified = seen(id);
    assertThat(urgency(verified)).isEqualTo("critical");
    assertThat(verified.getJsonArray("orders")).hasSize(1);
    assertThat(Instant.parse(verified.getString("deadline")))
        .isBefore(Instant.parse(before.getString("deadline")));
    assertThat(running.post(SUPERVISOR_1, path + "/" + order + "/breach", NOTHING).status())
        .isEqualTo(200);
    assertThat(seen(id).encode()).contains("order.breached");
  }
}
