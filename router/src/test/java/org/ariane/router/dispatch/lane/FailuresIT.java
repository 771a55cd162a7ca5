package org.ariane.router.dispatch.lane;

import static org.ariane.router.dispatch.lane.People.APP_1;
import static org.ariane.router.dispatch.lane.People.DISPATCHER_1;
import static org.ariane.router.dispatch.lane.People.DISPATCHER_2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ariane.router.dispatch.lane.CentreSystem.Mood;
import org.ariane.router.dispatch.lane.RunningLane.Answer;
import org.ariane.router.dispatch.redis.RedisExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FailuresIT {
  private static final Duration SOON = Duration.ofSeconds(25);

  @RegisterExtension static final RedisExtension REDIS = new RedisExtension();

  private CentreSystem system;
  private RunningLane running;

  @BeforeEach
  void start() {
    system = new CentreSystem();
    running = lane();
  }

  @AfterEach
  void stop() {
    running.close();
    system.close();
  }

  private RunningLane lane() {
    return RunningLane.start(
        REDIS.server().uri(), Map.of(SmallDirectory.VAL_DE_MARNE, system.endpoint()));
  }

  @Test
  void killedRedisBetweenAcceptanceAndDeliveryLosesNothing() {
    system.mood(Mood.FAILS);
    Answer accepted = running.post(APP_1, "/v1/alarms", Bodies.alarm());
    assertThat(accepted.status()).isEqualTo(202);
    await().until(() -> !system.attempts().isEmpty());
    REDIS.server().kill();

    // What is known stays readable from memory.
    assertThat(running.get(DISPATCHER_1, "/v1/incidents").body().encode())
        .contains(accepted.body().getString("incidentId"));
    assertThat(take(DISPATCHER_1, accepted).status()).isEqualTo(503);

    system.mood(Mood.WELL);
    REDIS.server().restart();
    await().atMost(SOON).until(() -> system.received("incident.opened").size() == 1);
    assertThat(new HashSet<>(system.attempts())).hasSize(1);
    assertThat(running.get(DISPATCHER_1, "/v1/incidents").body().getJsonArray("incidents"))
        .hasSize(1);
    await().atMost(SOON).until(() -> take(DISPATCHER_1, accepted).status() == 200);
    assertThat(take(DISPATCHER_2, accepted).status()).isEqualTo(409);
  }

  @Test
  void killedServerBetweenAcceptanceAndDeliveryLosesNothing() {
    system.mood(Mood.FAILS);
    Answer accepted = running.post(APP_1, "/v1/alarms", Bodies.alarm());
    await().until(() -> !system.attempts().isEmpty());
    String id = system.attempts().getFirst();
    running.close();
    system.mood(Mood.WELL);
    running = lane();
    await().atMost(SOON).until(() -> system.received().size() == 1);
    assertThat(system.received().getFirst().id()).isEqualTo(id);
    await()
        .until(() ->
            running
                .get(DISPATCHER_1, "/v1/incidents")
                .body()
                .encode()
                .contains(accepted.body().getString("incidentId")));
    assertThat(take(DISPATCHER_2, accepted).status()).isEqualTo(200);
  }

  @Test
  void refusedConnectionIsTriedAgainUntilItIsReceived() {
    system.down();
    Answer accepted = running.post(APP_1, "/v1/alarms", Bodies.alarm());
    assertThat(accepted.body().getString("coverage")).isEqualTo("centre");
    await().until(() -> attempts("refused") >= 2);
    assertThat(coverage()).isEqualTo("none");
    system.up();
    await().atMost(SOON).until(() -> system.received("incident.opened").size() == 2);
    assertThat(new HashSet<>(system.attempts())).hasSize(2);
    await().until(() -> coverage().equals("centre"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Mood.class,
      names = {"FAILS", "REDIRECTS", "SILENT"})
  void misbehavingSystemIsToldAgainWithTheSameIdAndBody(Mood mood) {
    system.mood(mood);
    Instant began = Instant.now();
    Answer accepted = running.post(APP_1, "/v1/alarms", Bodies.alarm());
    assertThat(accepted.status()).isEqualTo(202);
    assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(3));
    await().atMost(SOON).until(() -> system.attempts().size() >= 2);
    system.mood(Mood.WELL);
    await().atMost(SOON).until(() -> system.received().size() == 1);
    assertThat(new HashSet<>(system.attempts())).hasSize(1);
    assertThat(system.received().getFirst().incident().getString("id"))
        .isEqualTo(accepted.body().getString("incidentId"));
    String outcome =
        switch (mood) {
          case FAILS -> "status-5xx";
          case REDIRECTS -> "redirect";
          case SILENT -> "timeout";
          case KNOWS_NO_LINK_TEST, WELL -> "received";
        };
    assertThat(attempts(outcome)).isPositive();
  }

  @Test
  void whatWasToldFromMemoryAndJoinsLaterIsNotLeftOpenTwice() {
    String phone = "+33639980077";
    String first =
        running
            .post(APP_1, "/v1/alarms", Bodies.alarm().put("phone", phone))
            .body()
            .getString("incidentId");
    REDIS.server().kill();
    JsonObject second = Bodies.alarm().put("phone", phone);
    assertNotDurable(running.post(APP_1, "/v1/alarms", second));
    await()
        .until(
            () ->
                running.get(DISPATCHER_1, "/v1/incidents").body().getJsonArray("incidents").size(),
            n -> n == 2);
    REDIS.server().restart();
    await().atMost(SOON).until(() -> running.post(APP_1, "/v1/alarms", second).status() == 202);
    JsonObject open = running.get(DISPATCHER_1, "/v1/incidents").body();
    assertThat(open.getJsonArray("incidents")).hasSize(1);
    assertThat(open.encode()).contains(first);
  }

  @Test
  void withoutRedisTheSenderIsToldInTimeAndTheCentreFromMemory() {
    REDIS.server().kill();
    JsonObject body = Bodies.alarm();
    Instant began = Instant.now();
    Answer refused = running.post(APP_1, "/v1/alarms", body);
    assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofMillis(2_500));
    assertNotDurable(refused);
    await().until(() -> system.received().size() == 1);
    JsonObject told = system.received().getFirst().incident();
    assertThat(told.getBoolean("notDurable")).isTrue();
    assertThat(running.get(DISPATCHER_1, "/v1/incidents").body().encode())
        .contains(told.getString("id"), "notDurable");

    REDIS.server().restart();
    await().atMost(SOON).until(() -> running.post(APP_1, "/v1/alarms", body).status() == 202);
    Answer again = running.post(APP_1, "/v1/alarms", body);
    assertThat(again.body().getString("incidentId")).isEqualTo(told.getString("id"));
    assertThat(running.get(DISPATCHER_1, "/v1/incidents").body().encode())
        .doesNotContain("notDurable");
  }

  @Test
  void redisThatAnswersBeforeItWritesIsNotDurable() {
    REDIS.server().with(redis -> redis.configSet("appendfsync", "everysec"));
    await().until(() -> running.lane().health().store().equals("not-durable"));
    assertNotDurable(running.post(APP_1, "/v1/alarms", Bodies.alarm()));
    assertThat(running.lane().health().ready()).isFalse();
    await().until(() -> system.received().size() == 1);
    REDIS.server().with(redis -> redis.configSet("appendfsync", "always"));
    await().until(() -> running.lane().health().ready());
    assertThat(running.post(APP_1, "/v1/alarms", Bodies.alarm()).status()).isEqualTo(202);
  }

  @ParameterizedTest
  @CsvSource({
    "no-appendfsync-on-rewrite, yes, no",
    "maxmemory-policy, allkeys-lru, noeviction",
    "appendonly, no, yes"
  })
  void redisThatMayForgetWhatItAnsweredIsNotDurable(String setting, String bad, String good) {
    REDIS.server().with(redis -> redis.configSet(setting, bad));
    await().until(() -> running.lane().health().store().equals("not-durable"));
    assertNotDurable(running.post(APP_1, "/v1/alarms", Bodies.alarm()));
    assertThat(running.meters().get("ariane.store.durable").gauge().value()).isZero();
    REDIS.server().with(redis -> redis.configSet(setting, good));
    await().until(() -> running.lane().health().ready());
    assertThat(running.meters().get("ariane.store.durable").gauge().value()).isOne();
  }

  @Test
  void redisThatTakesNoWriteIsNotDurableThoughItsSettingsAre() {
    REDIS.server().with(redis -> redis.configSet("maxmemory", "1"));
    try (RunningLane other =
        RunningLane.start(
            REDIS.server().uri(), Map.of(SmallDirectory.VAL_DE_MARNE, system.endpoint()))) {
      assertThat(other.lane().health().store()).isEqualTo("not-durable");
      REDIS.server().with(redis -> redis.configSet("maxmemory", "0"));
      await().until(() -> other.lane().health().ready());
    } finally {
      REDIS.server().with(redis -> redis.configSet("maxmemory", "0"));
    }
  }

  @Test
  void fullMemoryOfRedisIsRefusedLoudlyAndLeavesNothingHalf() {
    REDIS.server().with(redis -> redis.configSet("maxmemory", "1"));
    assertNotDurable(running.post(APP_1, "/v1/alarms", Bodies.alarm()));
    REDIS.server().with(redis -> redis.configSet("maxmemory", "0"));
    assertThat(REDIS.server().<List<String>>with(redis -> redis.keys("{alarm}:incident:*")))
        .isEmpty();
    await()
        .atMost(SOON)
        .until(() -> running.post(APP_1, "/v1/alarms", Bodies.alarm()).status() == 202);
  }

  @Test
  void oneIncidentThatCannotBeReadHidesNoOther() {
    List<String> ids =
        IntStream.range(0, 8)
            .mapToObj(i -> running.post(APP_1, "/v1/alarms", Bodies.alarm()))
            .map(answer -> answer.body().getString("incidentId"))
            .toList();
    List.of("", "{", "{}", "{\"id\":7}")
        .forEach(damaged -> {
          REDIS.server().with(redis -> redis.hset("{alarm}:incident:" + ids.get(3), "j", damaged));
          try (RunningLane other =
              RunningLane.start(
                  REDIS.server().uri(), Map.of(SmallDirectory.VAL_DE_MARNE, system.endpoint()))) {
            await()
                .atMost(SOON)
                .until(() -> {
                  String shown = other.get(DISPATCHER_1, "/v1/incidents").raw();
                  return ids.stream().filter(shown::contains).count() == 7
                      && other.lane().health().boardCurrent();
                });
          }
        });
  }

  private static void assertNotDurable(Answer refused) {
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.body().getString("type")).endsWith("/not-durable");
    assertThat(refused.body().getString("emergencyNumber")).isEqualTo("112");
    assertThat(refused.body().getInteger("retryAfterS")).isEqualTo(2);
  }

  private double attempts(String outcome) {
    var timer = running.meters().find("ariane.deliveries").tag("outcome", outcome).timer();
    return timer == null ? 0 : timer.count();
  }

  private String coverage() {
    // The same alarm each time: the phone's alarms join.
    return running.post(APP_1, "/v1/alarms", COVERAGE_PROBE).body().getString("coverage");
  }

  private static final JsonObject COVERAGE_PROBE = Bodies.alarm();

  private Answer take(People who, Answer accepted) {
    return running.post(
        who,
        "/v1/incidents/" + accepted.body().getString("incidentId") + "/acknowledgement",
        Bodies.accept());
  }
}
