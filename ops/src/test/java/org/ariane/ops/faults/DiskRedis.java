package org.ariane.ops.faults;

import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.ariane.ops.journey.RunningAriane;

/// A Redis on a folder that the test chose, set as a deployment gets it but for its promise.
final class DiskRedis implements AutoCloseable {
  private final int port = RunningAriane.freePort();
  private final Path log;
  private final Process process;

  /// Starts and waits until the data is loaded.
  ///
  /// @param promise of `appendfsync`
  DiskRedis(Path folder, String promise, Path log) {
    this.log = log;
    try {
      process =
          new ProcessBuilder(
                  "redis-server",
                  "--port",
                  Integer.toString(port),
                  "--bind",
                  "127.0.0.1",
                  "--dir",
                  folder.toString(),
                  "--save",
                  "",
                  "--appendonly",
                  "yes",
                  "--appendfsync",
                  promise,
                  "--aof-load-truncated",
                  "yes")
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      await()
          .atMost(Duration.ofSeconds(20))
          .failFast("Redis ended", () -> !process.isAlive())
          .until(this::answers);
    } catch (RuntimeException e) {
      close();
      throw new IllegalStateException("Redis does not start: " + log(), e);
    }
  }

  RedisURI uri() {
    return RedisURI.create("127.0.0.1", port);
  }

  <T> T with(Function<RedisCommands<String, String>, T> work) {
    RedisClient client = RedisClient.create(uri());
    try (StatefulRedisConnection<String, String> connection = client.connect()) {
      return work.apply(connection.sync());
    } finally {
      client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
    }
  }

  /// Stops it without ending it: what it has not written, it will never write.
  void freeze() {
    try {
      new ProcessBuilder("kill", "-STOP", Long.toString(process.pid()))
          .start()
          .waitFor(5, TimeUnit.SECONDS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean answers() {
    try {
      return "PONG".equals(with(RedisCommands::ping));
    } catch (RedisException e) {
      return false;
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    await().until(() -> !process.isAlive());
  }
}
