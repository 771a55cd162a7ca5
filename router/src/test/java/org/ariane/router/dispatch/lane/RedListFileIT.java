package org.ariane.router.dispatch.lane;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.ariane.router.dispatch.lane.People.APP_1;
import static org.ariane.router.dispatch.lane.People.DISPATCHER_1;
import static org.ariane.router.dispatch.lane.People.REGISTRAR_1;
import static org.ariane.router.dispatch.lane.People.REGISTRAR_2;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ariane.router.dispatch.lane.RunningLane.Answer;
import org.ariane.router.dispatch.redis.RedisExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedListFileIT {
  @RegisterExtension static final RedisExtension REDIS = new RedisExtension();

  private static final String EXPORT = "/v1/red-list/export?zone=fr-94-maisons-alfort";
  private static final String HEADER =
      "kind;phone;lat;lon;radiusM;address;postcode;city;seriousness;reasonCode;legalBasis;zone;reviewBy\n";
  private static final String END = ";weapon-threat;convention-94-2026-03;fr-94-maisons-alfort;";
  private static final String PHONE = "phone;'+33 6 12 34 56 78;;;;;;;4" + END + "2027-01-01\n";
  private static final String PLACE = "place;;48,8065;2,438;300;;;;3" + END + "2027-01-01\n";
  private static final String ADDRESS =
      "address;;;;;\"12, rue des Tilleuls\";94700;Maisons-Alfort;3" + END + "2027-01-01\n";

  private RunningLane running;

  @BeforeEach
  void start() {
    running = RunningLane.start(REDIS.server().uri(), Map.of());
  }

  @AfterEach
  void stop() {
    running.close();
  }

  private Answer take(String csv, boolean dryRun) {
    return running.post(REGISTRAR_1, "/v1/red-list/import?dryRun=" + dryRun, csv.getBytes(UTF_8));
  }

  private static Map<String, Object> counts(Answer answer) {
    assertThat(answer.status()).as(answer.raw()).isEqualTo(200);
    var counts = new java.util.TreeMap<>(answer.body().getJsonObject("counts").getMap());
    counts.values().removeIf(Integer.valueOf(0)::equals);
    return counts;
  }

  private long entries() {
    return running.get(REGISTRAR_1, EXPORT).raw().lines().count() - 1;
  }

  private List<String> actions(String action) {
    return running.lane().redList().audit().list(0, Optional.empty()).lines().stream()
        .map(link -> link.entry().action())
        .filter(("red-list." + action)::equals)
        .toList();
  }

  @Test
  void aDryRunSaysWhatTheFileWouldDoAndDoesNothing() {
    String file = "\uFEFF" + HEADER + PHONE + PLACE + ADDRESS;
    assertThat(counts(take(file, true))).isEqualTo(Map.of("add", 3));
    assertThat(entries()).isZero();
    assertThat(counts(take(file, false))).isEqualTo(Map.of("add", 3));
    assertThat(entries()).isEqualTo(3);
    assertThat(counts(take(file, false))).isEqualTo(Map.of("unchanged", 3));

    Answer accepted =
        running.post(APP_1, "/v1/alarms", Bodies.alarm().put("phone", "+33612345678"));
    assertThat(
            running
                .get(DISPATCHER_1, "/v1/incidents/" + accepted.body().getString("incidentId"))
                .body()
                .getJsonObject("redList")
                .getInteger("seriousness"))
        .isEqualTo(4);
  }

  @Test
  void aFileRaisesAtOnceAndLowersByTwo() {
    take(HEADER + PHONE + PLACE + ADDRESS, false);
    String graver = PHONE.replace(";4;", ";5;");
    String milder = PLACE.replace(";3;", ";2;");
    String both = ADDRESS.replace(";3;", ";1;").replace("2027-01-01", "2026-12-31");
    String file = HEADER + graver + milder + both;
    Map<String, Integer> effects =
        Map.of("raise", 1, "needs-second", 1, "raise-and-needs-second", 1);
    assertThat(counts(take(file, true))).isEqualTo(effects);
    Answer done = take(file, false);
    assertThat(counts(done)).isEqualTo(effects);
    assertThat(counts(take(file, true))).isEqualTo(Map.of("unchanged", 1, "waiting", 2));

    String place =
        "/v1/red-list/" + done.body().getJsonArray("lines").getJsonObject(1).getString("id");
    assertThat(running.get(REGISTRAR_1, place).body().getInteger("seriousness")).isEqualTo(3);
    running.post(REGISTRAR_2, place + "/confirmation", new JsonObject());
    assertThat(running.get(REGISTRAR_1, place).body().getInteger("seriousness")).isEqualTo(2);
  }

  @Test
  void oneWrongLineAndNothingIsDone() {
    String far = PLACE.replace("48,8065", "50,63");
    String foreign = PHONE.replace("fr-94-maisons-alfort", "fr-59-lille");
    Answer refused = take(HEADER + PHONE + far + foreign, false);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().getJsonArray("lines"))
        .isEqualTo(
            new JsonArray()
                .add(new JsonObject().put("line", 3).put("what", "zone: the one that it lies in"))
                .add(new JsonObject().put("line", 4).put("what", "zone: one of yours")));
    Answer twice = take(HEADER + PHONE + PHONE.replace("'+33 6", "+336"), false);
    assertThat(twice.raw()).contains("is about the same as line 2").doesNotContain("12345678");
    assertThat(take("\"", false).status()).isEqualTo(400);
    assertThat(take("x".repeat(1_100_000), false).status()).isEqualTo(413);
    assertThat(running.post(REGISTRAR_1, "/v1/red-list/import?dryRun=1", new byte[0]).status())
        .isEqualTo(400);
    assertThat(running.post(APP_1, "/v1/red-list/import", new byte[0]).status()).isEqualTo(403);
    assertThat(entries()).isZero();
  }

  @Test
  void anExportIsReadAgainAndEachEntryIsNotedAsRead() {
    take(HEADER + PHONE + PLACE + ADDRESS, false);
    Answer exported = running.get(REGISTRAR_1, EXPORT);
    assertThat(exported.raw()).contains(",'+33612345678,").doesNotContain(",+");
    assertThat(actions("exported")).hasSize(1);
    assertThat(actions("read")).hasSize(3);
    assertThat(counts(take(exported.raw(), false))).isEqualTo(Map.of("unchanged", 3));
    assertThat(running.get(REGISTRAR_1, "/v1/red-list/export?zone=fr-59-lille").status())
        .isEqualTo(404);
    assertThat(running.get(REGISTRAR_1, "/v1/red-list/export?zone=%C3%A9").status()).isEqualTo(400);
    assertThat(running.get(DISPATCHER_1, EXPORT).status()).isEqualTo(403);
  }
}
