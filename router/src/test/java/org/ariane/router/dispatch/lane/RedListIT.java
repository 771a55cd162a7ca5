package org.ariane.router.dispatch.lane;

import static org.ariane.router.dispatch.lane.People.APP_1;
import static org.ariane.router.dispatch.lane.People.DISPATCHER_1;
import static org.ariane.router.dispatch.lane.People.REGISTRAR_1;
import static org.ariane.router.dispatch.lane.People.REGISTRAR_2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ariane.router.audit.AuditLog.Verdict;
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

  private static final JsonObject NOTHING = new JsonObject();
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

  private List<String> actions(String action) {
    await().until(() -> running.lane().redList().audit().pending() == 0);
    return running.lane().redList().audit().list(0, Optional.empty()).lines().stream()
        .map(link -> link.entry().action())
        .filter(("red-list." + action)::equals)
        .toList();
  }

  @Test
  void loweringAndAPostponedReviewNeedTwoAndRaisingDoesNot() {
    String path = place();
    JsonObject lower = new JsonObject().put("seriousness", 2).put("radiusM", 200);
    assertThat(running.post(REGISTRAR_1, path + "/change", lower).status()).isEqualTo(202);
    JsonObject waiting = running.get(REGISTRAR_2, path).body();
    assertThat(waiting.getInteger("seriousness")).isEqualTo(4);
    assertThat(waiting.getJsonObject("proposal").getString("by")).isEqualTo("registrar-1");
    assertThat(running.post(REGISTRAR_1, path + "/confirmation", NOTHING).status()).isEqualTo(409);
    assertThat(running.post(REGISTRAR_2, path + "/confirmation", NOTHING).status()).isEqualTo(200);
    assertThat(running.get(REGISTRAR_1, path).body().getInteger("seriousness")).isEqualTo(2);

    JsonObject raise = new JsonObject().put("seriousness", 5).put("reviewBy", "2199-01-01");
    assertThat(running.post(REGISTRAR_1, path + "/change", raise).status()).isEqualTo(202);
    JsonObject raised = running.get(REGISTRAR_1, path).body();
    assertThat(raised.getInteger("seriousness")).isEqualTo(5);
    assertThat(raised.getString("reviewBy")).isEqualTo("2020-01-01");
    assertThat(running.post(REGISTRAR_1, path + "/withdrawal", NOTHING).status()).isEqualTo(200);
    assertThat(running.post(REGISTRAR_2, path + "/confirmation", NOTHING).status()).isEqualTo(409);
  }

  @Test
  void aMoveFilesTheNewPlaceAndKeepsTheOldOne() {
    String path = place();
    JsonObject move =
        new JsonObject()
            .put("who", "him")
            .put("since", "2026-10-01")
            .put("to", new JsonObject().put("address", TILLEULS));
    Answer moved = running.post(REGISTRAR_1, path + "/move", move);
    assertThat(moved.status()).isEqualTo(201);
    assertThat(moved.body().getString("kind")).isEqualTo("address");
    assertThat(moved.raw()).doesNotContain("illeul");
    assertThat(running.get(REGISTRAR_1, path).raw())
        .contains("moved-him", moved.body().getString("id"));
    assertThat(found()).hasSize(1);
    assertThat(actions("moved-him")).hasSize(1);
  }

  @Test
  void aZoneIsOffUntilTwoRecordedItsLegalBasis() {
    String path = place();
    String zone = "/v1/red-list/zones/fr-94-maisons-alfort/legal-basis";
    JsonObject over =
        new JsonObject().put("reference", "convention-2").put("validUntil", "2021-01-01");
    assertThat(running.post(REGISTRAR_1, zone, over).status()).isEqualTo(202);
    assertThat(raisedAt()).isTrue();
    assertThat(running.post(REGISTRAR_1, zone + "/confirmation", NOTHING).status()).isEqualTo(409);
    assertThat(running.post(REGISTRAR_2, zone + "/confirmation", NOTHING).status()).isEqualTo(200);
    assertThat(raisedAt()).isFalse();
    JsonObject entry = entry().put("kind", "address").put("address", TILLEULS);
    Answer refused = running.post(REGISTRAR_1, "/v1/red-list", entry);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body().getString("type")).endsWith("no-legal-basis");

    running.post(REGISTRAR_2, zone, new JsonObject().put("reference", "convention-3"));
    assertThat(running.post(REGISTRAR_1, zone + "/confirmation", NOTHING).status()).isEqualTo(200);
    assertThat(raisedAt()).isTrue();
    assertThat(running.get(REGISTRAR_1, path).status()).isEqualTo(200);
  }

  @Test
  void overdueReviewsAreListedAndEscalatedOnce() {
    place();
    JsonObject reviews = running.get(REGISTRAR_1, "/v1/red-list/reviews").body();
    assertThat(reviews.getJsonArray("overdue")).hasSize(1);
    assertThat(reviews.getJsonArray("overdue").getJsonObject(0).getJsonArray("referents"))
        .containsExactly("registrar-1");
    assertThat(reviews.getJsonArray("due")).isEmpty();
    await().atMost(Duration.ofSeconds(10)).until(() -> actions("review-overdue").size() == 1);
    assertThat(running.meters().get("ariane.redlist.reviews.overdue").gauge().value()).isEqualTo(1);
    assertThat(running.lane().redList().worries())
        .containsExactly(
            "1 reviews are overdue in fr-94-maisons-alfort; the entries stay in force");
    assertThat(
            running
                .meters()
                .get("ariane.redlist.reviews.overdue.zone")
                .tag("zone", "fr-94-maisons-alfort")
                .gauge()
                .value())
        .isEqualTo(1);
    assertThat(running.lane().redList().audit().list(0, Optional.of("registrar-1")).lines())
        .extracting(link -> link.entry().action())
        .containsExactly("red-list.review-overdue");
  }

  @Test
  void keysAreChangedWhileMatchesGoOn() throws Exception {
    place();
    String term = "{alarm}:redlist:term:*";
    int names = REDIS.server().<List<String>>with(redis -> redis.keys(term)).size();
    TestSecrets secrets = RunningLane.secrets();
    secrets.addKeys();
    await().atMost(Duration.ofSeconds(15)).until(() -> matching() && named(term) == 2 * names);
    secrets.promoteKeys();
    await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(9)).until(this::matching);
    secrets.retireKeys();
    await().atMost(Duration.ofSeconds(15)).until(() -> matching() && named(term) == names);
    assertThat(raisedAt()).isTrue();
    assertThat(running.lane().redList().audit().verify()).isInstanceOf(Verdict.Whole.class);
  }

  @Test
  void aMatchOfALaterPositionIsNotedToo() {
    place();
    Answer accepted = running.post(APP_1, "/v1/alarms", at(48.8165, 2.438));
    assertThat(actions("matched")).isEmpty();
    String alarm = accepted.body().getString("alarmId");
    JsonObject later = Bodies.position(48.8065, 2.438).put("at", Instant.now().toString());
    running.post(
        APP_1, "/v1/alarms/" + alarm + "/locations", new JsonObject().put("position", later));
    assertThat(actions("matched")).hasSize(1);
    assertThat(running.lane().redList().audit().list(0, Optional.of(alarm)).lines()).hasSize(1);
  }

  @Test
  void valuesAreNotReadableInTheStore() {
    running.post(
        REGISTRAR_1, "/v1/red-list", entry().put("kind", "address").put("address", TILLEULS));
    running.post(
        REGISTRAR_1, "/v1/red-list", entry().put("kind", "phone").put("phone", "+33612345678"));
    List<String> items = REDIS.server().with(redis -> redis.keys("{alarm}:redlist:item:*"));
    assertThat(items).hasSize(2);
    items.forEach(key ->
        assertThat(REDIS.server().<Map<String, String>>with(redis -> redis.hgetall(key)).toString())
            .doesNotContain("illeul", "612345678", "weapon"));
  }

  private static int named(String pattern) {
    return REDIS.server().<List<String>>with(redis -> redis.keys(pattern)).size();
  }

  private boolean matching() {
    assertThat(raisedAt()).isTrue();
    return true;
  }

  private String place() {
    JsonObject place =
        entry()
            .put("kind", "place")
            .put("position", new JsonObject().put("lat", 48.8065).put("lon", 2.438))
            .put("radiusM", 300);
    Answer added = running.post(REGISTRAR_1, "/v1/red-list", place);
    assertThat(added.status()).isEqualTo(201);
    return "/v1/red-list/" + added.body().getString("id");
  }

  private boolean raisedAt() {
    Answer accepted = running.post(APP_1, "/v1/alarms", at(48.8066, 2.438));
    return running
        .get(DISPATCHER_1, "/v1/incidents/" + accepted.body().getString("incidentId"))
        .body()
        .containsKey("redList");
  }
}
