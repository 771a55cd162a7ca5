package org.ariane.router.dispatch.redis;

import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// A real Redis on a free port of loopback, with data of its own that outlives `kill -9`.
public final class RedisServer implements AutoCloseable {
  private final int port;
  private final Path data;
  private final String fsync;
  private Optional<Process> process = Optional.empty();

  private RedisServer(String fsync, Path data) throws IOException {
    this.fsync = fsync;
    this.data = data;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      this.port = socket.getLocalPort();
    }
  }

  /// Empty where no `redis-server` is on the PATH.
  public static Optional<RedisServer> start(String fsync) {
    boolean installed =
        Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator, -1))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "redis-server")));
    if (!installed) {
      return Optional.empty();
    }
    try {
      return Optional.of(startIn(Files.createTempDirectory("ariane-redis"), fsync));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One whose data lie in a folder of the caller, which is emptied at the end.
  public static RedisServer startIn(Path folder, String fsync) throws IOException {
    RedisServer server = new RedisServer(fsync, folder);
    server.restart();
    return server;
  }

  public RedisURI uri() {
    return RedisURI.create("127.0.0.1", port);
  }

  /// Starts again on the same data.
  public void restart() {
    try {
      process =
          Optional.of(
              new ProcessBuilder(
                      List.of(
                          "redis-server",
                          "--port",
                          Integer.toString(port),
                          "--bind",
                          "127.0.0.1",
                          "--dir",
                          data.toString(),
                          "--save",
                          "",
                          "--appendonly",
                          "yes",
                          "--appendfsync",
                          fsync))
                  .redirectErrorStream(true)
                  .redirectOutput(data.resolve("redis.log").toFile())
                  .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    await().atMost(Duration.ofSeconds(20)).until(this::answers);
  }

  /// `kill -9`.
  public void kill() {
    process.ifPresent(running -> {
      running.destroyForcibly();
      await().until(() -> !running.isAlive());
    });
    process = Optional.empty();
  }

  /// Runs commands on a connection of its own.
  public <T> T with(Function<RedisCommands<String, String>, T> work) {
    RedisClient client = RedisClient.create(uri());
    try (StatefulRedisConnection<String, String> connection = client.connect()) {
      return work.apply(connection.sync());
    } finally {
      client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
    }
  }

  private boolean answers() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return "PONG".equals(with(RedisCommands::ping)) && socket.isConnected();
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  @Override
  public void close() {
    kill();
    try (Stream<Path> files = Files.walk(data)) {
      files.sorted(java.util.Comparator.reverseOrder()).forEach(RedisServer::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
