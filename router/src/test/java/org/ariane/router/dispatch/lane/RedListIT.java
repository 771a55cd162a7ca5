package org.ariane.router.dispatch.lane;

import static org.ariane.router.dispatch.lane.People.APP_1;
import static org.ariane.router.dispatch.lane.People.DISPATCHER_1;
import static org.ariane.router.dispatch.lane.People.REGISTRAR_1;
import static org.ariane.router.dispatch.lane.People.REGISTRAR_2;
import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.Range;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ariane.router.dispatch.lane.RunningLane.Answer;
import org.ariane.router.dispatch.redis.RedisExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RedListIT {
  @RegisterExtension static final RedisExtension REDIS = new RedisExtension();

  private static final JsonObject TILLEULS =
      new JsonObject()
          .put("text", "12 rue des Tilleuls")
          .put("postcode", "94700")
          .put("city", "Maisons-Alfort")
          .put("country", "FR");

  private RunningLane running;

  @BeforeEach
  void start() {
    running = RunningLane.start(REDIS.server().uri(), Map.of());
  }

  @AfterEach
  void stop() {
    running.close();
  }

  private static JsonObject entry() {
    return new JsonObject()
        .put("seriousness", 4)
        .put("reasonCode", "weapon-threat")
        .put("legalBasis", "convention-94-2026-03")
        .put("zone", "fr-94-maisons-alfort")
        .put("reviewBy", "2020-01-01");
  }

  static Stream<Arguments> matches() {
    JsonObject phone = entry().put("kind", "phone").put("phone", "+33612345678");
    JsonObject place =
        entry()
            .put("kind", "place")
            .put("position", new JsonObject().put("lat", 48.8065).put("lon", 2.438))
            .put("radiusM", 300);
    JsonObject address = entry().put("kind", "address").put("address", TILLEULS);
    return Stream.of(
        Arguments.of(phone, Bodies.alarm().put("phone", "+33 6 12 34 56 78"), true),
        Arguments.of(phone, Bodies.alarm().put("phone", "+33612345679"), false),
        Arguments.of(place, at(48.8085, 2.438), true),
        Arguments.of(place, at(48.8100, 2.438), false),
        Arguments.of(
            address,
            Bodies.alarm().put("address", TILLEULS.copy().put("text", "12, Rue des TILLEULS")),
            true),
        Arguments.of(
            address,
            Bodies.alarm().put("address", TILLEULS.copy().put("text", "14 rue des Tilleuls")),
            false));
  }

  private static JsonObject at(double lat, double lon) {
    return Bodies.alarm().put("position", Bodies.position(lat, lon));
  }

  @ParameterizedTest
  @MethodSource("matches")
  void matchRaisesTheClassWithAReasonAndNothingElseShows(
      JsonObject entry, JsonObject alarm, boolean matches) {
    assertThat(running.post(REGISTRAR_1, "/v1/red-list", entry).status()).isEqualTo(201);
    Answer accepted = running.post(APP_1, "/v1/alarms", alarm);
    JsonObject incident =
        running
            .get(DISPATCHER_1, "/v1/incidents/" + accepted.body().getString("incidentId"))
            .body();
    JsonObject priority = incident.getJsonObject("priority");
    String code = "redlist." + entry.getString("kind");
    assertThat(priority.getString("class")).isEqualTo(matches ? "critical" : "high");
    assertThat(priority.encode().contains(code)).isEqualTo(matches);
    assertThat(incident.containsKey("redList")).isEqualTo(matches);
    assertThat(accepted.body().getInteger("dialAfterS")).isEqualTo(45);
    assertThat(accepted.raw()).doesNotContain("red", "critical");
    assertThat(actions("matched")).hasSize(matches ? 1 : 0);
    assertThat(REDIS.server().<List<String>>with(redis -> redis.keys("*")))
        .noneMatch(key -> key.contains("612345678") || key.contains("illeul"));
  }

  @Test
  void removalNeedsTwoRegistrars() {
    JsonObject body = entry().put("kind", "address").put("address", TILLEULS);
    String id = running.post(REGISTRAR_1, "/v1/red-list", body).body().getString("id");
    String path = "/v1/red-list/" + id;
    JsonObject nothing = new JsonObject();
    assertThat(running.post(REGISTRAR_2, path + "/confirmation", nothing).status()).isEqualTo(409);
    assertThat(running.delete(REGISTRAR_1, path).status()).isEqualTo(202);
    assertThat(running.post(REGISTRAR_1, path + "/confirmation", nothing).status()).isEqualTo(409);
    assertThat(found()).hasSize(1);
    // Who proposes it, too, does not become the second one by that.
    assertThat(running.delete(REGISTRAR_2, path).status()).isEqualTo(202);
    assertThat(running.post(REGISTRAR_2, path + "/confirmation", nothing).status()).isEqualTo(200);
    assertThat(found()).isEmpty();
    assertThat(running.delete(REGISTRAR_1, path).status()).isEqualTo(404);
    assertThat(actions("removed")).hasSize(1);
    assertThat(actions("searched")).hasSize(2);
    assertThat(actions("read")).hasSize(1);
  }

  @Test
  void onlyOwnZonesAndOnlyWithALegalBasis() {
    JsonObject body = entry().put("kind", "address").put("address", TILLEULS);
    assertThat(
            running
                .post(REGISTRAR_1, "/v1/red-list", body.copy().put("zone", "fr-59-lille"))
                .status())
        .isEqualTo(404);
    assertThat(
            running.post(REGISTRAR_1, "/v1/red-list", body.copy().put("legalBasis", " ")).status())
        .isEqualTo(400);
    assertThat(
            running.post(REGISTRAR_1, "/v1/red-list", body.copy().put("seriousness", 6)).status())
        .isEqualTo(400);
    assertThat(running.post(APP_1, "/v1/red-list", body).status()).isEqualTo(403);
    JsonObject lille =
        body.copy()
            .put("kind", "address")
            .put("address", TILLEULS.copy().put("postcode", "59000").put("city", "Lille"));
    assertThat(running.post(REGISTRAR_1, "/v1/red-list", lille).status()).isEqualTo(400);
  }

  private JsonArray found() {
    return running
        .post(REGISTRAR_1, "/v1/red-list/search", new JsonObject().put("address", TILLEULS))
        .body()
        .getJsonArray("entries");
  }

  private static List<String> actions(String action) {
    return REDIS
        .server()
        .with(redis -> redis.xrange("{alarm}:redlist:audit", Range.<String>unbounded()))
        .stream()
        .map(line -> line.getBody().getOrDefault("action", ""))
        .filter(action::equals)
        .toList();
  }
}
