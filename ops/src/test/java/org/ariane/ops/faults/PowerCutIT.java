package org.ariane.ops.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import io.vertx.core.json.JsonObject;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.ariane.router.dispatch.lane.People;
import org.ariane.router.dispatch.lane.RunningLane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The power goes while alarms are taken: on the disk is what had been written to it, nothing that
/// the system still held back. What was acknowledged must be there. 50 cuts with
/// `-Dariane.soak=true`.
class PowerCutIT {
  private static final int CUTS = Boolean.getBoolean("ariane.soak") ? 50 : 2;
  private static final int CONTROLS = 5;
  private static final int CLIENTS = 4;
  private static final int MEGABYTES = 160;

  @TempDir private Path folder;
  private final Random random = new Random(Long.getLong("ariane.seed", System.nanoTime()));
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void everyAcknowledgedAlarmIsOnTheDisk() {
    int acknowledged = 0;
    int lost = 0;
    for (int i = 0; i < CUTS; i++) {
      Set<String> alarms = ConcurrentHashMap.newKeySet();
      lost += lostAlarms(alarms);
      acknowledged += alarms.size();
    }
    System.out.printf("power cuts: %d, acknowledged %d, lost %d%n", CUTS, acknowledged, lost);
    assertThat(lost).isZero();
  }

  /// The control: were this experiment blind, it would lose nothing here either.
  @Test
  void writesAnsweredBeforeTheyAreOnDiskAreLost() {
    int lost = 0;
    int cuts = 0;
    while (lost == 0 && cuts < CONTROLS) {
      lost += lostWrites();
      cuts++;
    }
    System.out.printf("power cuts with everysec: %d, lost %d%n", cuts, lost);
    assertThat(lost).isPositive();
  }

  private int lostAlarms(Set<String> acknowledged) {
    try (LoopDisk disk = disk()) {
      LoopDisk after;
      try (DiskRedis redis = new DiskRedis(disk.folder(), "always", log())) {
        try (RunningLane lane = RunningLane.start(redis.uri(), Map.of())) {
          int enough = 40 + random.nextInt(160);
          AtomicBoolean dark = new AtomicBoolean();
          for (int i = 0; i < CLIENTS; i++) {
            threads.execute(() -> raise(lane, acknowledged, dark));
          }
          await()
              .pollInterval(Duration.ofMillis(1))
              .atMost(Duration.ofSeconds(30))
              .until(() -> acknowledged.size() >= enough);
          redis.freeze();
          after = disk.afterPowerCut(folder.resolve("cut"), folder.resolve("after"));
          dark.set(true);
        }
      }
      // Answers that were on their way when Redis froze count as well.
      Set<String> promised = Set.copyOf(acknowledged);
      try (after;
          DiskRedis redis = new DiskRedis(after.folder(), "always", log());
          RunningLane lane = RunningLane.start(redis.uri(), Map.of())) {
        return (int) promised.stream().filter(alarm -> !isKnown(lane, alarm)).count();
      }
    }
  }

  private static void raise(RunningLane lane, Set<String> acknowledged, AtomicBoolean dark) {
    while (!dark.get()) {
      try {
        RunningLane.Answer answer = lane.post(People.APP_1, "/v1/alarms", alarm());
        if (answer.status() == 202) {
          acknowledged.add(answer.body().getString("alarmId"));
        }
      } catch (UncheckedIOException | IllegalStateException e) {
        return;
      }
    }
  }

  private static boolean isKnown(RunningLane lane, String alarm) {
    return lane.get(People.APP_1, "/v1/alarms/" + alarm).status() == 200;
  }

  private int lostWrites() {
    try (LoopDisk disk = disk()) {
      LoopDisk after;
      AtomicInteger acknowledged = new AtomicInteger();
      try (DiskRedis redis = new DiskRedis(disk.folder(), "everysec", log())) {
        threads.execute(() -> append(redis, acknowledged));
        int enough = 2_000 + random.nextInt(2_000);
        await()
            .pollInterval(Duration.ofMillis(1))
            .atMost(Duration.ofSeconds(30))
            .until(() -> acknowledged.get() >= enough);
        redis.freeze();
        after = disk.afterPowerCut(folder.resolve("cut"), folder.resolve("after"));
      }
      int promised = acknowledged.get();
      try (after;
          DiskRedis redis = new DiskRedis(after.folder(), "everysec", log())) {
        return promised - redis.with(commands -> commands.xlen("s")).intValue();
      }
    }
  }

  private static void append(DiskRedis redis, AtomicInteger acknowledged) {
    RedisClient client = RedisClient.create(redis.uri());
    try (StatefulRedisConnection<String, String> connection = client.connect()) {
      while (connection.isOpen()) {
        connection.sync().xadd("s", Map.of("n", "" + acknowledged.get()));
        acknowledged.incrementAndGet();
      }
    } catch (RedisException e) {
      // The power is off.
    } finally {
      client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
    }
  }

  private LoopDisk disk() {
    return LoopDisk.create(folder.resolve("image"), folder.resolve("disk"), MEGABYTES);
  }

  private Path log() {
    return folder.resolve("redis.log");
  }

  private static JsonObject alarm() {
    return new JsonObject()
        .put("id", UUID.randomUUID().toString())
        .put("raisedAt", Instant.now().toString())
        .put("trigger", "button")
        .put("note", "he is at the door")
        .put("position", new JsonObject().put("lat", 48.8065).put("lon", 2.438));
  }
}
