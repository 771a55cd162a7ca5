package org.ariane.router.dispatch.lane;

import static org.ariane.router.dispatch.lane.People.APP_1;
import static org.ariane.router.dispatch.lane.People.DISPATCHER_1;
import static org.ariane.router.dispatch.lane.People.REGISTRAR_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ariane.router.dispatch.lane.RunningLane.Answer;
import org.ariane.router.dispatch.redis.RedisExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What a sender reads, and how long it waits for it, is the same whether or not an entry matches.
class RedListSecrecyIT {
  @RegisterExtension static final RedisExtension REDIS = new RedisExtension();

  private static final int WARM_UP = 40;
  private static final int PAIRS = 300;
  private static final double FACTOR = 1.5;
  private static final JsonObject LISTED = Bodies.position(48.8065, 2.438);
  private static final JsonObject UNLISTED = Bodies.position(48.8165, 2.438);

  private RunningLane running;

  @BeforeEach
  void start() {
    running = RunningLane.start(REDIS.server().uri(), Map.of());
    file(new JsonObject().put("kind", "phone").put("phone", "+33612345678"));
    file(new JsonObject().put("kind", "place").put("position", place(48.8065)).put("radiusM", 100));
    file(new JsonObject().put("kind", "address").put("address", address("12 rue des Tilleuls")));
  }

  @AfterEach
  void stop() {
    running.close();
  }

  private void file(JsonObject subject) {
    JsonObject entry =
        subject
            .put("seriousness", 5)
            .put("reasonCode", "weapon-threat")
            .put("legalBasis", "convention-94-2026-03")
            .put("zone", "fr-94-maisons-alfort")
            .put("reviewBy", "2099-01-01");
    assertThat(running.post(REGISTRAR_1, "/v1/red-list", entry).status()).isEqualTo(201);
  }

  private static JsonObject place(double lat) {
    return new JsonObject().put("lat", lat).put("lon", 2.438);
  }

  private static JsonObject address(String text) {
    return new JsonObject().put("text", text).put("postcode", "94700").put("country", "FR");
  }

  static Stream<Arguments> twins() {
    JsonObject nowhere = new JsonObject().put("trigger", "button");
    return Stream.of(
        Arguments.of(
            "phone",
            nowhere.copy().put("phone", "+33612345678"),
            nowhere.copy().put("phone", "+33612345679")),
        Arguments.of(
            "position",
            nowhere.copy().put("position", LISTED),
            nowhere.copy().put("position", UNLISTED)),
        Arguments.of(
            "address",
            nowhere.copy().put("address", address("12 rue des Tilleuls")),
            nowhere.copy().put("address", address("14 rue des Tilleuls"))));
  }

  /// All that a sender is answered until after its cancellation, without ids and times.
  private List<String> life(JsonObject alarm, JsonObject moved, boolean listed) {
    JsonObject body = Bodies.alarm();
    body.remove("position");
    Answer posted = running.post(APP_1, "/v1/alarms", body.mergeIn(alarm));
    String path = "/v1/alarms/" + posted.body().getString("alarmId");
    JsonObject later = moved.copy().put("at", Instant.now().toString());
    List<Answer> answers =
        List.of(
            posted,
            running.post(APP_1, "/v1/alarms", body),
            running.get(APP_1, path),
            running.post(APP_1, path + "/locations", new JsonObject().put("position", later)),
            running.get(APP_1, path),
            running.post(APP_1, path + "/cancellation", new JsonObject()),
            running.get(APP_1, path));
    JsonObject seen =
        running.get(DISPATCHER_1, "/v1/incidents/" + posted.body().getString("incidentId")).body();
    assertThat(seen.containsKey("redList")).isEqualTo(listed);
    return answers.stream().map(it -> it.status() + " " + withoutIdsAndTimes(it.raw())).toList();
  }

  private static String withoutIdsAndTimes(String raw) {
    return raw.replaceAll("(al|in)-[0-9A-Z]{26}", "$1-")
        .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "at");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("twins")
  void aSenderReadsTheSameBytes(String by, JsonObject matching, JsonObject other) {
    List<String> answers = life(matching, UNLISTED, true);
    assertThat(answers).isEqualTo(life(other, UNLISTED, false));
    assertThat(answers.getFirst()).contains("coverage", "dialAfterS", "status");
    assertThat(life(other, LISTED, true)).isEqualTo(answers);
  }

  @Test
  void aSenderWaitsAsLong(TestReporter reporter) {
    Map<String, List<Long>> times = new TreeMap<>();
    for (int i = 0; i < WARM_UP + PAIRS; i++) {
      Map<String, List<Long>> into = i < WARM_UP ? new TreeMap<>() : times;
      // By turns, so that neither is always the second.
      for (boolean listed : List.of(i % 2 == 0, i % 2 != 0)) {
        timedLife(listed, into);
      }
    }
    for (String call : List.of("post", "get", "locations", "cancellation")) {
      double match = median(times.getOrDefault(call + " listed", List.of()));
      double none = median(times.getOrDefault(call + " unlisted", List.of()));
      reporter.publishEntry(
          call, "median %.0f us with a match, %.0f us without".formatted(match / 1e3, none / 1e3));
      assertThat(match / none).as(call).isBetween(1 / FACTOR, FACTOR);
    }
  }

  private void timedLife(boolean listed, Map<String, List<Long>> into) {
    String group = listed ? " listed" : " unlisted";
    JsonObject position = (listed ? LISTED : UNLISTED).copy();
    JsonObject body = Bodies.alarm().put("position", position);
    Answer posted = timed("post" + group, into, () -> running.post(APP_1, "/v1/alarms", body));
    String path = "/v1/alarms/" + posted.body().getString("alarmId");
    JsonObject moved = new JsonObject().put("position", position.put("accuracyM", 12));
    timed("get" + group, into, () -> running.get(APP_1, path));
    timed("locations" + group, into, () -> running.post(APP_1, path + "/locations", moved));
    timed(
        "cancellation" + group,
        into,
        () -> running.post(APP_1, path + "/cancellation", new JsonObject()));
  }

  private static Answer timed(String what, Map<String, List<Long>> into, Supplier<Answer> call) {
    long began = System.nanoTime();
    Answer answer = call.get();
    into.computeIfAbsent(what, it -> new ArrayList<>()).add(System.nanoTime() - began);
    assertThat(answer.status()).isBetween(200, 299);
    return answer;
  }

  private static double median(List<Long> times) {
    return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
  }
}
