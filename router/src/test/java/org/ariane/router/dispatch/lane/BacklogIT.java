package org.ariane.router.dispatch.lane;

import static org.ariane.router.dispatch.lane.People.APP_1;
import static org.ariane.router.dispatch.lane.People.DISPATCHER_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ariane.router.dispatch.AnswerTimes;
import org.ariane.router.dispatch.LinkPace;
import org.ariane.router.dispatch.lane.CentreSystem.Mood;
import org.ariane.router.dispatch.redis.RedisExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A dead system with a thousand messages that wait for it.
class BacklogIT {
  private static final int BACKLOG = 1_000;
  private static final int AT_ONCE = 16;
  private static final Duration LONG = Duration.ofHours(1);
  private static final List<String> TRIGGERS = List.of("fall", "button", "geofence");

  @RegisterExtension static final RedisExtension REDIS = new RedisExtension();

  private CentreSystem system;
  private RunningLane running;

  @BeforeEach
  void start() {
    system = new CentreSystem();
    running =
        RunningLane.start(
            REDIS.server().uri(),
            Map.of(SmallDirectory.VAL_DE_MARNE, system.endpoint()),
            new AnswerTimes(LONG, LONG, LONG, LONG),
            new LinkPace(LONG, LONG, LONG));
  }

  @AfterEach
  void stop() {
    running.close();
    system.close();
  }

  @Test
  void backlogMakesNoStormAndFlowsInOrderOfUrgencyAsSoonAsOneIsReceived() {
    system.mood(Mood.FAILS);
    raise("fall", 4);
    await().until(() -> !running.lane().health().centres().getFirst().link().orElseThrow().up());
    system.forget();
    raise(BACKLOG);
    String most = mostUrgent().getFirst();

    int before = system.attempts().size();
    await()
        .during(Duration.ofSeconds(3))
        .atMost(Duration.ofSeconds(4))
        .until(() -> system.attempts().size() - before <= 10);
    assertThat(system.mostAtOnce()).as("probes go one at a time").isEqualTo(1);
    assertThat(system.attempts().size()).as("no storm").isLessThan(40);

    List<String> order = mostUrgent();
    system.forget();
    system.mood(Mood.WELL);
    await().atMost(Duration.ofSeconds(90)).until(() -> came().size() == BACKLOG + 4);
    List<String> came = came();
    assertThat(came.subList(0, AT_ONCE + 2)).contains(most);
    Map<String, Integer> ranks = new java.util.HashMap<>();
    IntStream.range(0, order.size()).forEach(i -> ranks.put(order.get(i), i));
    // Several go at one time, so neighbours may overtake each other.
    IntStream.range(0, came.size())
        .forEach(
            i -> assertThat(ranks.get(came.get(i))).isBetween(i - 3 * AT_ONCE, i + 3 * AT_ONCE));
  }

  /// In the order of receipt; a repeat counts once, since delivery is at least once.
  private List<String> came() {
    return system.received("incident.opened").stream()
        .map(it -> it.incident().getString("id"))
        .distinct()
        .toList();
  }

  private void raise(int many) {
    IntStream.range(0, many).parallel().forEach(i -> raise(TRIGGERS.get(i % TRIGGERS.size()), 1));
  }

  private void raise(String trigger, int many) {
    for (int i = 0; i < many; i++) {
      JsonObject alarm = Bodies.alarm().put("trigger", trigger);
      assertThat(running.post(APP_1, "/v1/alarms", alarm).status()).isEqualTo(202);
    }
  }

  private List<String> mostUrgent() {
    JsonArray listed = running.get(DISPATCHER_1, "/v1/incidents").body().getJsonArray("incidents");
    return listed.stream().map(it -> ((JsonObject) it).getString("id")).toList();
  }
}
