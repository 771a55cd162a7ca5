package org.ariane.ops.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.ariane.ops.journey.Api;
import org.ariane.router.dispatch.lane.CentreSystem;
import org.ariane.router.dispatch.lane.CentreSystem.Mood;
import org.ariane.router.dispatch.lane.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two servers on one Redis, their clocks seven seconds apart: nothing is lost or doubled, and when
/// one is killed the other goes on with what it was doing.
class TwoServersIT {
  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CentreSystem valDeMarne = new CentreSystem();
  private final CentreSystem nord = new CentreSystem();
  private DiskRedis redis;
  private LaneProcess ahead;
  private LaneProcess behind;

  @BeforeEach
  void start() {
    redis = new DiskRedis(folder, "always", folder.resolve("redis.log"));
    ahead = new LaneProcess(redis.uri(), valDeMarne, nord, Duration.ofSeconds(4), folder);
    behind = new LaneProcess(redis.uri(), valDeMarne, nord, Duration.ofSeconds(-3), folder);
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
    if (behind != null) {
      behind.close();
    }
    if (ahead != null) {
      ahead.close();
    }
    redis.close();
    valDeMarne.close();
    nord.close();
  }

  @Test
  void whatOneTookTheOtherDeliversPassesOnAndShowsOnceTheFirstIsKilled() {
    for (int i = 0; i < 6; i++) {
      oneAlarmAtBothIsOneIncidentThatOneTakes();
    }

    valDeMarne.mood(Mood.FAILS);
    valDeMarne.forget();
    List<String> incidents = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      incidents.add(raised(ahead, alarm()).getString("incidentId"));
    }
    await().atMost(SOON).until(() -> !valDeMarne.attempts().isEmpty());
    ahead.kill();
    valDeMarne.mood(Mood.WELL);

    await().atMost(SOON).until(() -> opened(valDeMarne).containsAll(incidents));
    await().atMost(SOON).until(() -> opened(nord).containsAll(incidents));
    incidents.forEach(incident -> {
      Api.Answer shown = behind.as(People.DISPATCHER_3).get("/v1/incidents/" + incident);
      assertThat(shown.status()).isEqualTo(200);
      assertThat(take(behind, People.DISPATCHER_3, incident)).isEqualTo(200);
      assertThat(Histories.faults(shown.json())).isEmpty();
    });
    assertRepeatsWereIdentical(valDeMarne);
    assertRepeatsWereIdentical(nord);
  }

  private void oneAlarmAtBothIsOneIncidentThatOneTakes() {
    JsonObject alarm = alarm();
    List<JsonObject> answers = together(List.of(ahead, behind), server -> raised(server, alarm));
    assertThat(answers.stream().map(one -> one.getString("alarmId")).distinct()).hasSize(1);
    assertThat(answers.stream().map(one -> one.getString("incidentId")).distinct()).hasSize(1);
    String incident = answers.getFirst().getString("incidentId");
    List<Integer> takes =
        together(
            List.of(ahead, behind),
            server ->
                take(
                    server, server == ahead ? People.DISPATCHER_1 : People.DISPATCHER_2, incident));
    assertThat(takes).containsExactlyInAnyOrder(200, 409);
    await()
        .atMost(SOON)
        .until(() -> List.of(ahead, behind).stream().allMatch(server -> shows(server, incident)));
    await().atMost(SOON).until(() -> opened(valDeMarne).contains(incident));
    assertThat(
            valDeMarne.received("incident.opened").stream()
                .filter(one -> one.incident().getString("id").equals(incident))
                .map(CentreSystem.Received::id)
                .distinct())
        .hasSize(1);
  }

  private interface Work<T> {
    T at(LaneProcess server);
  }

  private <T> List<T> together(List<LaneProcess> servers, Work<T> work) {
    return servers.stream()
        .map(server -> CompletableFuture.supplyAsync(() -> work.at(server), threads))
        .toList()
        .stream()
        .map(CompletableFuture::join)
        .toList();
  }

  private static JsonObject raised(LaneProcess server, JsonObject alarm) {
    Api.Answer answer = server.as(People.APP_1).post("/v1/alarms", alarm);
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    return answer.json();
  }

  private static int take(LaneProcess server, People who, String incident) {
    return server
        .as(who)
        .post(
            "/v1/incidents/" + incident + "/acknowledgement",
            new JsonObject().put("status", "accepted"))
        .status();
  }

  private static boolean shows(LaneProcess server, String incident) {
    return server
        .as(People.DISPATCHER_1)
        .get("/v1/incidents?state=taken")
        .text()
        .contains(incident);
  }

  private static List<String> opened(CentreSystem centre) {
    return centre.received("incident.opened").stream()
        .map(one -> one.incident().getString("id"))
        .toList();
  }

  private static void assertRepeatsWereIdentical(CentreSystem centre) {
    Map<String, String> byId = new HashMap<>();
    centre
        .received()
        .forEach(one ->
            assertThat(byId.merge(one.id(), one.raw(), (before, now) -> before))
                .isEqualTo(one.raw()));
    Map<Object, Long> numbers =
        centre.received().stream()
            .filter(one -> one.body().getValue("sequence") instanceof Integer)
            .collect(
                Collectors.groupingBy(
                    one -> one.body().getInteger("sequence"),
                    Collectors.mapping(
                        CentreSystem.Received::id,
                        Collectors.collectingAndThen(
                            Collectors.toSet(), ids -> (long) ids.size()))));
    assertThat(numbers.values()).allMatch(ids -> ids == 1);
  }

  private static JsonObject alarm() {
    return new JsonObject()
        .put("id", UUID.randomUUID().toString())
        .put("raisedAt", Instant.now().toString())
        .put("trigger", "button")
        .put("position", new JsonObject().put("lat", 48.8065).put("lon", 2.438));
  }
}
