package org.ariane.ops.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.ariane.ops.journey.Api;
import org.ariane.ops.journey.RunningAriane;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The disk of the alarms is full, read-only, damaged: refused loudly, never a false 2xx, and back
/// without anybody's doing once the disk is. Through the program as it is started, on one data
/// folder for all tests: each leaves it as it found it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DiskFaultsIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final int MEGABYTES = 160;

  private final List<String> acknowledged = new ArrayList<>();
  private Path folder;
  private Path data;
  private Path config;
  private LoopDisk disk;
  private OpsRun run;
  private int heard;

  @BeforeAll
  void start(@TempDir Path shared) throws IOException {
    folder = shared;
    data = Files.createDirectory(folder.resolve("data"));
    config =
        Files.writeString(
            folder.resolve("config.yaml"),
            """
            dispatch:
              centres:
                fr-94-cic: {url: "http://127.0.0.1:%d/", format: native, secret: "a secret of 24 bytes or so"}
            """
                .formatted(RunningAriane.freePort()));
    disk = LoopDisk.create(folder.resolve("image"), data.resolve("redis"), MEGABYTES);
    run = started().ready();
  }

  /// What was said before is another test's.
  @BeforeEach
  void listen() {
    heard = run.said().length();
  }

  private String saidSince() {
    String said = run.said();
    return said.substring(Math.min(heard, said.length()));
  }

  @AfterAll
  void stop() {
    if (run != null) {
      run.close();
    }
    if (disk != null) {
      disk.close();
    }
  }

  @Test
  void fullDiskIsRefusedLoudlyUntilThereIsRoom() {
    raise(5);
    disk.fill();
    refusedLoudly("is FULL");
    Api.Answer board = run.as("dispatcher-1").get("/v1/incidents");
    assertThat(board.text()).as("readable from memory").contains(acknowledged.getFirst());

    disk.empty();
    recovered();
    await().atMost(SOON).until(() -> run.said().contains("Redis runs again"));
  }

  @Test
  void diskThatBecameReadOnlyIsRefusedLoudlyUntilItIsWritable() {
    raise(5);
    run.kill("redis");
    await().ignoreExceptions().atMost(SOON).until(this::becameReadOnly);
    refusedLoudly("can NOT BE WRITTEN");

    disk.writable(true);
    recovered();
  }

  @Test
  void diskThatBreaksWhileItIsWrittenIsRefusedLoudlyUntilItIsMended() {
    raise(5);
    disk.breakDown();
    refusedLoudly("can NOT BE WRITTEN");

    disk.mend();
    recovered();
  }

  @Test
  void fileWhoseEndIsCutOffIsLoadedAndThatIsSaid() throws IOException {
    raise(5);
    run.close();
    try (FileChannel file = FileChannel.open(appended(), StandardOpenOption.WRITE)) {
      file.truncate(file.size() - 7);
    }
    Path cut = appended();
    run = started().ready();
    await().atMost(SOON).until(() -> run.said().contains("was CUT OFF"));
    assertThat(run.said().lines().filter(line -> line.contains("CUT OFF"))).hasSize(1);
    // What comes now must not stand behind half a transaction.
    await().atMost(SOON).until(() -> !Files.exists(cut));
    // The seven bytes belong to what was written last.
    acknowledged.removeLast();
    raise(1);
    assertKnown(acknowledged);
  }

  @Test
  void damagedFileEndsTheStartWithOneClearLineAndCanBeRepaired() throws Exception {
    raise(1);
    List<String> before = List.copyOf(acknowledged);
    int sound = (int) Files.size(appended());
    raise(4);
    run.close();
    damage(sound + (int) (Files.size(appended()) - sound) / 2);

    run = started();
    assertThat(run.end()).isEqualTo(1);
    assertThat(run.said().lines().filter(line -> line.contains("DAMAGED"))).hasSize(1);

    // As the runbook says.
    Process repair =
        new ProcessBuilder(
                "redis-check-aof",
                "--fix",
                data.resolve("redis/appendonlydir/appendonly.aof.manifest").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("repair").toFile())
            .start();
    try (var answer = repair.outputWriter()) {
      answer.write("y\n");
    }
    assertThat(repair.waitFor()).isZero();
    run = started().ready();
    acknowledged.retainAll(before);
    raise(1);
    assertKnown(acknowledged);
  }

  @Test
  void damageWhileItServesIsRefusedLoudlyAndExplained() throws IOException {
    raise(5);
    Path manifest = data.resolve("redis/appendonlydir/appendonly.aof.manifest");
    String kept = Files.readString(manifest);
    Files.writeString(manifest, "nonsense\n");
    run.kill("redis");
    refusedLoudly("are DAMAGED");

    Files.writeString(manifest, kept);
    recovered();
  }

  /// Refuses an alarm, is red, says why in one line that is not repeated at each attempt.
  private void refusedLoudly(String said) {
    await()
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> {
          Api.Answer answer = run.as("app-1").post("/v1/alarms", alarm());
          if (answer.status() == 202) {
            acknowledged.add(answer.json().getString("alarmId"));
            return false;
          }
          assertThat(answer.status()).as(answer.text()).isEqualTo(503);
          assertThat(answer.json().getString("emergencyNumber")).isEqualTo("112");
          return true;
        });
    await().atMost(SOON).until(() -> saidSince().contains(said));
    await()
        .during(Duration.ofMillis(1_500))
        .atMost(SOON)
        .until(() -> !run.isReady() && run.metric("ariane_store_durable").endsWith(" 0.0"));
    assertThat(run.health().getJsonObject("parts").getJsonObject("store").getString("state"))
        .isEqualTo("down");
    Api.Answer answer = run.as("app-1").post("/v1/alarms", alarm());
    assertThat(answer.status()).isEqualTo(503);
    assertThat(run.metric("ariane_alarms_taken_seconds_count{outcome=\"not-durable\""))
        .isNotEmpty();
    assertThat(saidSince().lines().filter(line -> line.contains(said))).hasSize(1);
  }

  /// Takes alarms again, and knows each that it ever acknowledged.
  private void recovered() {
    await().atMost(SOON).until(run::isReady);
    raise(1);
    assertKnown(acknowledged);
  }

  private boolean becameReadOnly() {
    disk.writable(false);
    return true;
  }

  private void raise(int count) {
    for (int i = 0; i < count; i++) {
      Api.Answer answer = run.as("app-1").post("/v1/alarms", alarm());
      assertThat(answer.status()).as(answer.text()).isEqualTo(202);
      acknowledged.add(answer.json().getString("alarmId"));
    }
  }

  private void assertKnown(List<String> alarms) {
    assertThat(alarms)
        .allSatisfy(alarm ->
            assertThat(run.as("app-1").get("/v1/alarms/" + alarm).status()).isEqualTo(200));
  }

  /// From here on 200 bytes are missing, others are in their place.
  private void damage(int at) throws IOException {
    byte[] bytes = Files.readAllBytes(appended());
    byte[] garbage = "garbage ".repeat(4).getBytes(StandardCharsets.US_ASCII);
    ByteBuffer less = ByteBuffer.allocate(bytes.length + garbage.length - 200);
    less.put(bytes, 0, at).put(garbage).put(bytes, at + 200, bytes.length - at - 200);
    Files.write(appended(), less.array());
  }

  /// The file that Redis appends to now.
  private Path appended() throws IOException {
    Path all = data.resolve("redis/appendonlydir");
    String last =
        Files.readAllLines(all.resolve("appendonly.aof.manifest")).stream()
            .filter(line -> line.endsWith(" type i"))
            .reduce((before, line) -> line)
            .orElseThrow();
    return all.resolve(last.split(" ", -1)[1]);
  }

  private OpsRun started() {
    return new OpsRun(data, config, folder);
  }

  private static JsonObject alarm() {
    return new JsonObject()
        .put("id", UUID.randomUUID().toString())
        .put("raisedAt", Instant.now().toString())
        .put("trigger", "button")
        .put("position", new JsonObject().put("lat", 48.8065).put("lon", 2.438));
  }
}
