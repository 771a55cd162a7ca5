package org.ariane.ops.faults;

import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.ariane.ops.journey.Api;
import org.ariane.ops.journey.RunningAriane;

/// `ops/run --no-telephony` on a data folder that outlives it, whether or not it becomes ready.
final class OpsRun implements AutoCloseable {
  private static final Duration READY_WITHIN = Duration.ofSeconds(90);

  private final Path data;
  private final int port = RunningAriane.freePort();
  private final Path out;
  private final Path said;
  private final Process process;

  OpsRun(Path data, Path config, Path logs) {
    this.data = data;
    this.out = logs.resolve("out-" + port);
    this.said = logs.resolve("said-" + port);
    try {
      process =
          new ProcessBuilder(
                  Path.of("..").toAbsolutePath().normalize().resolve("ops/run").toString(),
                  "--no-telephony",
                  "--port",
                  "" + port,
                  "--data",
                  data.toString(),
                  "--config",
                  config.toString())
              .redirectOutput(out.toFile())
              .redirectError(said.toFile())
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Waits for its READY; one that does not come is ended.
  OpsRun ready() {
    try {
      await()
          .atMost(READY_WITHIN)
          .failFast("ops/run ended", () -> !process.isAlive())
          .until(() -> text(out).contains("READY http"));
      return this;
    } catch (RuntimeException e) {
      close();
      throw new IllegalStateException("no READY: " + said(), e);
    }
  }

  /// Its exit code, once it has given up by itself.
  int end() {
    await().atMost(READY_WITHIN).until(() -> !process.isAlive());
    return process.exitValue();
  }

  /// All that it told the one who started it.
  String said() {
    return text(said);
  }

  Api as(String account) {
    JsonObject tokens =
        new JsonObject(text(data.resolve("credentials.json"))).getJsonObject("tokens");
    return new Api("http://127.0.0.1:" + port, tokens.getString(account));
  }

  JsonObject health() {
    return new Api("http://127.0.0.1:" + port, "").get("/health/ready").json();
  }

  boolean isReady() {
    return health().getString("status").equals("ready");
  }

  /// A line of the metrics, or an empty text.
  String metric(String start) {
    return new Api("http://127.0.0.1:" + port, "")
        .get("/metrics")
        .text()
        .lines()
        .filter(line -> line.startsWith(start))
        .findFirst()
        .orElse("");
  }

  /// `kill -9` of a part.
  void kill(String part) {
    ProcessHandle.of(Long.parseLong(text(data.resolve("run/" + part + ".pid")).strip()))
        .ifPresent(ProcessHandle::destroyForcibly);
  }

  private static String text(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(40, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("ops/run did not stop: " + said());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
