package org.ariane.router.dispatch.lane;

import static org.ariane.router.dispatch.lane.People.APP_1;
import static org.ariane.router.dispatch.lane.People.DISPATCHER_1;
import static org.ariane.router.dispatch.lane.People.DISPATCHER_2;
import static org.ariane.router.dispatch.lane.People.DISPATCHER_3;
import static org.ariane.router.dispatch.lane.People.OPERATOR_1;
import static org.ariane.router.dispatch.lane.People.OVERSIGHT_1;
import static org.ariane.router.dispatch.lane.People.SUPERVISOR_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.ariane.router.dispatch.lane.RunningLane.Answer;
import org.ariane.router.dispatch.redis.RedisExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Who is barred from a case sees nothing of it, wherever they look, and whoever is left still gets
/// to her.
class ExclusionIT {
  @RegisterExtension static final RedisExtension REDIS = new RedisExtension();

  private static final String PHONE = "+33639980042";
  private final CentreSystem valDeMarne = new CentreSystem();
  private final CentreSystem nord = new CentreSystem();
  private RunningLane running;

  @BeforeEach
  void start() {
    running =
        RunningLane.start(
            REDIS.server().uri(),
            Map.of(
                SmallDirectory.VAL_DE_MARNE,
                valDeMarne.endpoint(),
                SmallDirectory.NORD,
                nord.endpoint()));
  }

  @AfterEach
  void stop() {
    running.close();
    valDeMarne.close();
    nord.close();
  }

  @Test
  void aBarredPersonSeesTheCaseLeaveAsByAnyTransferAndCountsNoGap() {
    List<JsonObject> frames = console(DISPATCHER_2);
    String id = raise(Bodies.alarm());
    await().until(() -> types(frames).contains("incident.opened"));
    assertThat(exclude(OPERATOR_1, id, "person", "dispatcher-2").status()).isEqualTo(201);
    await().until(() -> types(frames).contains("incident.moved"));
    assertThat(frames.getLast().getJsonObject("incident").fieldNames())
        .containsExactlyInAnyOrder("id", "state");
    assertThat(sees(DISPATCHER_2, id)).isFalse();
    assertThat(acknowledge(DISPATCHER_2, id).status()).isEqualTo(404);
    assertThat(acknowledge(DISPATCHER_1, id).status()).isEqualTo(200);
    String other = raise(Bodies.alarm());
    await().until(() -> frames.stream().anyMatch(frame -> frame.encode().contains(other)));
    assertThat(frames.stream().map(frame -> frame.getLong("seq")).toList())
        .isEqualTo(LongStream.rangeClosed(1, frames.size()).boxed().toList());
    JsonArray doNotSend =
        running.get(DISPATCHER_1, "/v1/incidents/" + id).body().getJsonArray("doNotSend");
    assertThat(doNotSend.getJsonObject(0).getString("ref")).isEqualTo("dispatcher-2");
  }

  @Test
  void whoHeldItLosesItAndItMustBeTakenAgain() {
    String id = raise(Bodies.alarm());
    assertThat(acknowledge(DISPATCHER_2, id).status()).isEqualTo(200);
    exclude(OVERSIGHT_1, id, "person", "dispatcher-2");
    await()
        .until(
            () -> running.get(DISPATCHER_1, "/v1/incidents/" + id).body().getString("state"),
            "open"::equals);
    assertThat(running.get(DISPATCHER_1, "/v1/incidents/" + id).body().getString("deadline"))
        .isNotNull();
    assertThat(acknowledge(DISPATCHER_1, id).status()).isEqualTo(200);
    assertThat(sees(DISPATCHER_2, id)).isFalse();
  }

  @Test
  void anAlarmOfABarredCentreGoesToTheNeighbourAndTheCentreHearsNothing() {
    assertThat(excludePhone(OPERATOR_1, "centre", "fr-94-cic").status()).isEqualTo(201);
    List<JsonObject> frames = console(DISPATCHER_1);
    String id = raise(Bodies.alarm().put("phone", PHONE));
    await().until(() -> nord.received("incident.opened").size() == 1);
    assertThat(acknowledge(DISPATCHER_3, id).status()).isEqualTo(200);
    assertThat(sees(DISPATCHER_1, id)).isFalse();
    assertThat(sees(SUPERVISOR_1, id)).isFalse();
    assertThat(valDeMarne.received()).isEmpty();
    assertThat(types(frames)).containsExactly("snapshot");
  }

  @Test
  void aCriticalOneReachesTheOnlyForceInTimeThroughItsDutyOfficerAlone() {
    excludePhone(OVERSIGHT_1, "centre", "fr-94-cic");
    List<JsonObject> desk = console(DISPATCHER_1);
    List<JsonObject> officer = console(SUPERVISOR_1);
    running.post(APP_1, "/v1/alarms", Bodies.silent().put("phone", PHONE));
    String id = raise(Bodies.alarm().put("phone", PHONE));
    await().until(() -> types(officer).contains("incident.opened"));
    JsonObject seen = running.get(SUPERVISOR_1, "/v1/incidents/" + id).body();
    assertThat(seen.getJsonObject("priority").getString("class")).isEqualTo("critical");
    assertThat(seen.getJsonObject("owner").getString("centre")).isEqualTo("fr-94-cic");
    assertThat(seen.getJsonObject("owner").getString("post")).isEqualTo("duty-officer");
    assertThat(seen.getJsonArray("doNotSend").getJsonObject(0).getString("ref"))
        .isEqualTo("fr-94-cic");
    assertThat(types(desk)).containsExactly("snapshot");
    assertThat(valDeMarne.received()).isEmpty();
    assertThat(acknowledge(DISPATCHER_1, id).status()).isEqualTo(404);
    assertThat(acknowledge(SUPERVISOR_1, id).status()).isEqualTo(200);
  }

  @Test
  void aCentreThatIsBarredLaterIsToldThatItLeftAndNothingMore() {
    String id = raise(Bodies.alarm());
    await().until(() -> valDeMarne.received("incident.opened").size() == 1);
    exclude(OPERATOR_1, id, "centre", "fr-94-cic");
    await().until(() -> nord.received("incident.opened").size() == 1);
    await().until(() -> valDeMarne.received("incident.moved").size() == 1);
    assertThat(acknowledge(DISPATCHER_3, id).status()).isEqualTo(200);
    await().until(() -> nord.received("incident.taken").size() == 1);
    assertThat(valDeMarne.received()).hasSize(2);
    assertThat(sees(DISPATCHER_1, id)).isFalse();
  }

  @Test
  void theSupervisoryBodyVerifiesAndLifts() {
    Answer set = excludePhone(OPERATOR_1, "person", "dispatcher-1");
    assertThat(set.body().getString("status")).isEqualTo("unverified");
    assertThat(set.raw()).doesNotContain(PHONE);
    String path = "/v1/exclusions/" + set.body().getString("id");
    assertThat(running.post(OPERATOR_1, path + "/verification", new JsonObject()).status())
        .isEqualTo(403);
    Answer verified = running.post(OVERSIGHT_1, path + "/verification", new JsonObject());
    assertThat(verified.body().getString("status")).isEqualTo("verified");
    String hidden = raise(Bodies.alarm().put("phone", PHONE));
    assertThat(sees(DISPATCHER_1, hidden)).isFalse();
    assertThat(running.delete(OVERSIGHT_1, path).body().getString("status")).isEqualTo("lifted");
    assertThat(sees(DISPATCHER_1, hidden)).as("what it hid stays hidden").isFalse();
    acknowledge(DISPATCHER_2, hidden);
    running.post(
        DISPATCHER_2,
        "/v1/incidents/" + hidden + "/completion",
        new JsonObject().put("outcome", "nobody-found"));
    String later = raise(Bodies.alarm().put("phone", PHONE));
    assertThat(sees(DISPATCHER_1, later)).isTrue();
    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() ->
            assertThat(running.get(OVERSIGHT_1, "/v1/audit").raw())
                .contains("exclusion.set", "exclusion.verified", "exclusion.lifted")
                .doesNotContain(PHONE));
  }

  @Test
  void badExclusionsChangeNothing() {
    String id = raise(Bodies.alarm());
    assertThat(exclude(OPERATOR_1, id, "dog", "rex").status()).isEqualTo(400);
    assertThat(exclude(OPERATOR_1, id, "person", "two words").status()).isEqualTo(400);
    assertThat(exclude(OPERATOR_1, "in-1", "person", "x").status()).isEqualTo(400);
    assertThat(exclude(OPERATOR_1, id, "centre", "fr-00").status()).isEqualTo(422);
    assertThat(exclude(DISPATCHER_1, id, "person", "x").status()).isEqualTo(403);
    assertThat(running.get(OVERSIGHT_1, "/v1/exclusions").body().getJsonArray("exclusions"))
        .isEmpty();
  }

  private String raise(JsonObject body) {
    return running.post(APP_1, "/v1/alarms", body).body().getString("incidentId");
  }

  private boolean sees(People who, String id) {
    boolean found = running.get(who, "/v1/incidents/" + id).status() == 200;
    boolean listed = running.get(who, "/v1/incidents").raw().contains(id);
    assertThat(listed).isEqualTo(found);
    return found;
  }

  private Answer acknowledge(People who, String id) {
    return running.post(who, "/v1/incidents/" + id + "/acknowledgement", Bodies.accept());
  }

  private Answer exclude(People who, String contact, String kind, String ref) {
    return running.post(who, "/v1/exclusions", excluding(kind, ref).put("contact", contact));
  }

  private Answer excludePhone(People who, String kind, String ref) {
    return running.post(who, "/v1/exclusions", excluding(kind, ref).put("phone", PHONE));
  }

  private static JsonObject excluding(String kind, String ref) {
    return new JsonObject()
        .put("excluded", new JsonObject().put("kind", kind).put("ref", ref))
        .put("reason", "partner-works-there");
  }

  private static List<String> types(List<JsonObject> frames) {
    return frames.stream().map(frame -> frame.getString("type")).toList();
  }

  private List<JsonObject> console(People who) {
    List<JsonObject> frames = new CopyOnWriteArrayList<>();
    running
        .vertx()
        .createWebSocketClient()
        .connect(
            new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(running.port())
                .setURI("/v1/incidents/stream"))
        .compose(opened -> {
          opened.textMessageHandler(text -> frames.add(new JsonObject(text)));
          return opened.writeTextMessage(new JsonObject().put("token", who.token()).encode());
        })
        .await();
    await().until(() -> frames.size() == 1);
    return frames;
  }
}
