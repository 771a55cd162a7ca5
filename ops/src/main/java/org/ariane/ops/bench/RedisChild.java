package org.ariane.ops.bench;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// A Redis of our own, on the settings that a deployment gets. Ends with us, however we end.
final class RedisChild implements AutoCloseable {
  private static final Duration WITHIN = Duration.ofSeconds(10);
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  private final Process process;

  private RedisChild(Process process) {
    this.process = process;
  }

  /// What `ARIANE_REDIS_SERVER` names, else `redis-server` on the PATH; empty where there is none.
  static Optional<Path> program() {
    Optional<Path> named = Optional.ofNullable(System.getenv("ARIANE_REDIS_SERVER")).map(Path::of);
    return named
        .or(() ->
            Stream.of(
                    Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "redis-server"))
                .filter(Files::isExecutable)
                .findFirst())
        .filter(Files::isExecutable);
  }

  /// Starts it and returns when it listens.
  static RedisChild start(Path program, Path configuration, int port) throws IOException {
    File log = configuration.resolveSibling("redis.log").toFile();
    RedisChild child =
        new RedisChild(
            new ProcessBuilder(program.toString(), configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start());
    long start = System.nanoTime();
    while (!listens(port)) {
      if (!child.process.isAlive() || System.nanoTime() - start > WITHIN.toNanos()) {
        child.close();
        throw new IOException(program + " did not start:\n" + Files.readString(log.toPath()));
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
    return child;
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(WITHIN.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
