package org.ariane.ops.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.ariane.ops.faults.Story.Message;
import org.ariane.router.dispatch.AnswerTimes;
import org.ariane.router.dispatch.lane.People;
import org.ariane.router.dispatch.lane.RunningLane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Messages that are doubled, reordered and sent at the same moment, on a real Redis: one incident
/// per alarm, a valid history each, and the same outcome whatever arrived first. More of them with
/// `-Dariane.soak=true`; `-Dariane.seed=N` repeats a run.
class MessageOrderIT {
  private static final int STORIES = Boolean.getBoolean("ariane.soak") ? 10_000 : 700;
  private static final int AT_ONCE = 8;

  /// What must not depend on the order of arrival.
  private static final List<String> OUTCOME =
      List.of(
          "position", "track", "address", "language", "canTalk", "notes", "callback", "approach");

  @TempDir private Path folder;
  private final long seed = Long.getLong("ariane.seed", System.nanoTime());
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> faults = java.util.Collections.synchronizedList(new ArrayList<>());
  private final Versions versions = new Versions();
  private DiskRedis redis;
  private RunningLane lane;

  @BeforeEach
  void start() {
    redis = new DiskRedis(folder, "always", folder.resolve("redis.log"));
    Duration never = Duration.ofDays(1);
    AnswerTimes times = new AnswerTimes(never, never, never, never);
    lane = RunningLane.start(redis.uri(), Map.of(), times);
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
    lane.close();
    redis.close();
  }

  @Test
  void everyOrderOfArrivalMakesOneIncidentWithTheSameOutcome() {
    Instant began = Instant.now();
    inBatches(this::toldTwice);
    System.out.printf(
        "orders: seed %d, %d stories twice, %d s%n",
        seed, STORIES, Duration.between(began, Instant.now()).toSeconds());
    assertThat(faults.stream().limit(12)).as(faults.size() + " faults").isEmpty();
    assertThat(versions.faults()).isEmpty();
  }

  @Test
  void alarmsAmongTakesAndClosuresAreEachInOneIncidentWithAValidHistory() {
    inBatches(this::workedOnMeanwhile);
    assertThat(faults.stream().limit(12)).as(faults.size() + " faults").isEmpty();
    assertThat(versions.faults()).isEmpty();
  }

  private interface Scene {
    void play(int number, Random random);
  }

  private void inBatches(Scene scene) {
    for (int first = 0; first < STORIES; first += AT_ONCE) {
      List<CompletableFuture<Void>> batch = new ArrayList<>();
      for (int i = first; i < Math.min(STORIES, first + AT_ONCE); i++) {
        int number = i;
        batch.add(
            CompletableFuture.runAsync(
                () -> scene.play(number, new Random(seed + number)), threads));
      }
      batch.forEach(CompletableFuture::join);
      if (first % 200 == 0) {
        versions.read(redis);
      }
    }
    versions.read(redis);
  }

  private void toldTwice(int number, Random random) {
    Story story = Story.tell(random);
    List<Message> one = story.arriving(random, phone(2 * number));
    List<Message> other = story.arriving(random, phone(2 * number + 1));
    JsonObject first = whole(number, story, new Playing(lane, threads).play(one, random));
    JsonObject second = whole(number, story, new Playing(lane, threads).play(other, random));
    if (!first.equals(second)) {
      first.fieldNames().stream()
          .filter(name -> !Objects.equals(first.getValue(name), second.getValue(name)))
          .map(name ->
              "story %d: %s %s but %s"
                  .formatted(number, name, first.getValue(name), second.getValue(name)))
          .forEach(faults::add);
    }
  }

  /// The outcome of an incident that must hold all alarms.
  private JsonObject whole(int number, Story story, Playing played) {
    if (played.incidents().size() != 1) {
      faults.add("story %d: %d incidents".formatted(number, played.incidents().size()));
    }
    JsonObject shown = played.shown(played.incidents().iterator().next());
    check(number, played, List.of(shown));
    JsonObject outcome = new JsonObject();
    OUTCOME.forEach(name -> outcome.put(name, shown.getValue(name)));
    JsonObject priority = shown.getJsonObject("priority");
    List<Object> degraded = shown.getJsonArray("degraded").stream().distinct().sorted().toList();
    return outcome
        .put("priority", priority)
        .put("degraded", new JsonArray(degraded))
        .put("cancellations", shown.getJsonArray("cancellations", new JsonArray()).size())
        .put("alarms", story.alarms() == shown.getJsonArray("alarms").size());
  }

  private void workedOnMeanwhile(int number, Random random) {
    Story story = Story.tell(random);
    Playing playing = new Playing(lane, threads);
    List<Message> messages = story.arriving(random, phone(2 * STORIES + number));
    int half = messages.size() / 2;
    // The first must be there for the others to follow up on.
    playing.play(messages.subList(0, half), random);
    List<CompletableFuture<Void>> both =
        List.of(
            CompletableFuture.runAsync(
                () -> playing.play(messages.subList(half, messages.size()), new Random(number)),
                threads),
            CompletableFuture.runAsync(
                () -> Set.copyOf(playing.incidents()).forEach(this::takenAndClosed), threads));
    both.forEach(CompletableFuture::join);
    check(number, playing, playing.incidents().stream().map(playing::shown).toList());
  }

  private void takenAndClosed(String incident) {
    List<CompletableFuture<Integer>> hands =
        List.of(People.DISPATCHER_1, People.DISPATCHER_2).stream()
            .map(who ->
                CompletableFuture.supplyAsync(
                    () ->
                        lane.post(
                                who,
                                "/v1/incidents/" + incident + "/acknowledgement",
                                new JsonObject().put("status", "accepted"))
                            .status(),
                    threads))
            .toList();
    List<Integer> answers = hands.stream().map(CompletableFuture::join).sorted().toList();
    if (!answers.equals(List.of(200, 409))) {
      faults.add(incident + " was taken: " + answers);
    }
    JsonObject outcome = new JsonObject().put("outcome", "patrol-met-her-safe");
    for (People who : List.of(People.DISPATCHER_1, People.DISPATCHER_2)) {
      lane.post(who, "/v1/incidents/" + incident + "/completion", outcome);
    }
  }

  /// Each alarm under one id in one incident, once; histories that can be.
  private void check(int number, Playing played, List<JsonObject> shown) {
    List<Object> all = new ArrayList<>();
    shown.forEach(incident -> incident.getJsonArray("alarms").forEach(all::add));
    played
        .alarms()
        .forEach((alarm, ids) -> {
          long found = all.stream().filter(ids::contains).count();
          if (ids.size() != 1 || found != 1) {
            faults.add("story %d: alarm %s is %d times in %s".formatted(number, ids, found, all));
          }
        });
    shown.forEach(incident -> faults.addAll(Histories.faults(incident)));
  }

  private static String phone(int number) {
    return "+336%08d".formatted(10_000_000 + number);
  }
}
