package org.ariane.ops.bench;

import io.lettuce.core.RedisURI;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.ariane.ops.config.DataFolder;
import org.ariane.ops.config.Deployment;
import org.ariane.ops.config.Keys;
import org.ariane.ops.config.Preparation;
import org.ariane.ops.config.RuntimePorts;

/// A deployment of the sample in a folder of its own, prepared as `ops/run` does, and its Redis
/// running. Closing it, and the end of this process, stop Redis and delete the folder.
public final class Workbench implements AutoCloseable {
  private static final int UNUSED_SIP_PORT = 5060;

  private final Path home;
  private final Deployment deployment;
  private final DataFolder data;
  private final RedisChild redis;
  private final Thread atExit = Thread.ofPlatform().unstarted(this::end);

  private Workbench(Path home, Deployment deployment, DataFolder data, RedisChild redis) {
    this.home = home;
    this.deployment = deployment;
    this.data = data;
    this.redis = redis;
  }

  /// Why no workbench can be opened on this machine; empty where it can.
  public static Optional<String> missing() {
    return RedisChild.program().isPresent()
        ? Optional.empty()
        : Optional.of(
            "no redis-server on the PATH or in ARIANE_REDIS_SERVER: install redis-server");
  }

  /// Opens one.
  ///
  /// @param home where the program and its sample directory lie
  public static Workbench open(Path home) throws IOException {
    return open(home, sample(home, Optional.empty()), UNUSED_SIP_PORT);
  }

  /// The sample, with more settings.
  static Deployment sample(Path home, Optional<Path> settings) throws IOException {
    return switch (Deployment.read(settings, home)) {
      case Deployment.Result.Valid(Deployment valid) -> valid;
      case Deployment.Result.Invalid(var problems) ->
          throw new IOException("the sample cannot be used: " + problems);
    };
  }

  static Workbench open(Path home, Deployment deployment, int sipPort) throws IOException {
    Path program = RedisChild.program().orElseThrow(() -> new IOException(missing().orElse("")));
    DataFolder data = new DataFolder(Files.createTempDirectory("ariane-bench"));
    try {
      new Preparation(data, deployment, sipPort).write();
      int port = RuntimePorts.read(data.runtime()).redis();
      RedisChild redis = RedisChild.start(program, data.redisConfiguration(), port);
      Workbench bench = new Workbench(home, deployment, data, redis);
      Runtime.getRuntime().addShutdownHook(bench.atExit);
      return bench;
    } catch (IOException | RuntimeException e) {
      delete(data.root());
      throw e;
    }
  }

  /// Where the program and its sample directory lie.
  Path home() {
    return home;
  }

  public Deployment deployment() {
    return deployment;
  }

  public DataFolder data() {
    return data;
  }

  public Keys keys() throws IOException {
    return Keys.in(data.keys());
  }

  /// With `appendonly yes` and `appendfsync always`.
  public RedisURI redis() throws IOException {
    return RedisURI.builder()
        .withHost("127.0.0.1")
        .withPort(RuntimePorts.read(data.runtime()).redis())
        .withPassword(keys().redisPassword().toCharArray())
        .build();
  }

  /// A TCP port of loopback that nobody uses now.
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  static int freeUdpPort() throws IOException {
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The process ends already: the hook does the rest.
      return;
    }
    end();
  }

  private void end() {
    redis.close();
    delete(data.root());
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
