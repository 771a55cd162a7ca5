package org.ariane.router.dispatch.lane;

import static org.ariane.router.dispatch.lane.People.APP_1;
import static org.ariane.router.dispatch.lane.People.DISPATCHER_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.ariane.router.dispatch.lane.RunningLane.Answer;
import org.ariane.router.dispatch.redis.RedisServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Memory and disk that are nearly full: refused loudly, no 202 that is not stored, everything that
/// was accepted can be worked on, and all is well again without a restart.
class BackPressureIT {
  private static final Duration SOON = Duration.ofSeconds(15);
  private static final int DISK_MIB = 160;

  @Test
  void nearlyFullMemoryIsRefusedBeforeRedisRefusesAndRecovers(@TempDir Path folder)
      throws Exception {
    try (RedisServer redis = redis(folder);
        RunningLane running = RunningLane.start(redis.uri(), Map.of())) {
      Answer first = running.post(APP_1, "/v1/alarms", Bodies.alarm());
      assertThat(first.status()).isEqualTo(202);
      long used = used(redis);
      redis.with(commands -> commands.configSet("maxmemory", Long.toString(used + used / 20)));
      await().atMost(SOON).until(() -> running.lane().health().store().equals("full"));

      List<String> accepted = new ArrayList<>(List.of(first.body().getString("incidentId")));
      for (int i = 0; i < 20; i++) {
        refusedOrStored(running.post(APP_1, "/v1/alarms", Bodies.alarm()), redis, accepted);
      }
      assertThat(accepted).hasSize(1);
      assertThat(refusals(running, "memory")).isEqualTo(20);
      assertThat(take(running, first).status()).isEqualTo(200);

      redis.with(commands -> commands.configSet("maxmemory", "0"));
      await().atMost(SOON).until(() -> running.lane().health().ready());
      assertThat(running.post(APP_1, "/v1/alarms", Bodies.alarm()).status()).isEqualTo(202);
    }
  }

  @Test
  void nearlyFullDiskIsRefusedBeforeRedisDiesGivesUpItsBallastAndRecovers(@TempDir Path folder)
      throws Exception {
    assumeTrue(mounted(folder), "a small disk can be mounted by root alone");
    Path filler = folder.resolve("filler");
    Path data = Files.createDirectory(folder.resolve("redis"));
    Path ballast = data.resolve("ballast");
    try (RedisServer redis = redis(data);
        RunningLane running = RunningLane.start(redis.uri(), Map.of())) {
      Answer first = running.post(APP_1, "/v1/alarms", Bodies.alarm());
      assertThat(first.status()).isEqualTo(202);
      Files.write(ballast, new byte[20 << 20]);
      Files.write(filler, new byte[100 << 20]);
      await().atMost(SOON).until(() -> running.lane().health().store().equals("full"));
      assertThat(ballast).doesNotExist();

      List<String> accepted = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        refusedOrStored(running.post(APP_1, "/v1/alarms", Bodies.alarm()), redis, accepted);
      }
      assertThat(accepted).isEmpty();
      assertThat(refusals(running, "disk")).isEqualTo(20);
      assertThat(running.get(DISPATCHER_1, "/v1/incidents").body().encode())
          .contains(first.body().getString("incidentId"));
      assertThat(take(running, first).status()).isEqualTo(200);

      Files.delete(filler);
      await().atMost(SOON).until(() -> running.lane().health().ready());
      assertThat(running.post(APP_1, "/v1/alarms", Bodies.alarm()).status()).isEqualTo(202);
    } finally {
      run("umount", "-l", folder.toString());
    }
  }

  private static void refusedOrStored(Answer answer, RedisServer redis, List<String> accepted) {
    if (answer.status() == 202) {
      String id = answer.body().getString("incidentId");
      assertThat(redis.<Long>with(commands -> commands.exists("{alarm}:incident:" + id))).isOne();
      accepted.add(id);
      return;
    }
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.body().getString("emergencyNumber")).isEqualTo("112");
    assertThat(answer.retryAfter())
        .contains(String.valueOf(answer.body().getInteger("retryAfterS")));
  }

  private static Answer take(RunningLane running, Answer alarm) {
    JsonObject accept = Bodies.accept();
    String path = "/v1/incidents/" + alarm.body().getString("incidentId") + "/acknowledgement";
    return running.post(DISPATCHER_1, path, accept);
  }

  private static double refusals(RunningLane running, String reason) {
    return running.meters().counter("ariane.alarms.refused", "reason", reason).count();
  }

  private static long used(RedisServer redis) {
    return redis
        .<String>with(commands -> commands.info("memory"))
        .lines()
        .filter(line -> line.startsWith("used_memory:"))
        .mapToLong(line -> Long.parseLong(line.substring(12).strip()))
        .sum();
  }

  private static RedisServer redis(Path folder) throws IOException {
    assumeTrue(!"none".equals(System.getenv("ARIANE_REDIS_SERVER")), "no Redis");
    return RedisServer.startIn(folder, "always");
  }

  private static boolean mounted(Path folder) throws Exception {
    return run("mount", "-t", "tmpfs", "-o", "size=" + DISK_MIB + "m", "ariane", folder.toString());
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
  }
}
