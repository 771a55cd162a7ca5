package org.ariane.ops.journey;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// Ariane as a coordinator starts it: `ops/run` in a process of its own, on ports and a data folder
/// of its own. Closing it stops everything that it started.
public final class RunningAriane implements AutoCloseable {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Duration READY_WITHIN = Duration.ofMinutes(3);

  private final Process process;
  private final Path data;
  private final int port;
  private final int sipPort;

  private RunningAriane(Process process, Path data, int port, int sipPort) {
    this.process = process;
    this.data = data;
    this.port = port;
    this.sipPort = sipPort;
  }

  /// Starts it without telephones and waits for its `READY`.
  public static RunningAriane withoutTelephony(String configuration) {
    return start(configuration, "--no-telephony");
  }

  /// Starts it with Asterisk and waits for its `READY`.
  public static RunningAriane withTelephony(String configuration) {
    return start(configuration);
  }

  private static RunningAriane start(String configuration, String... options) {
    try {
      Path data = Files.createTempDirectory("ariane-test");
      Path config = data.resolve("config.yaml");
      Files.writeString(config, configuration);
      int port = freePort();
      int sipPort = freePort();
      List<String> command =
          new ArrayList<>(
              List.of(
                  ROOT.resolve("ops/run").toString(),
                  "--port",
                  "" + port,
                  "--sip-port",
                  "" + sipPort,
                  "--data",
                  data.toString(),
                  "--config",
                  config.toString()));
      command.addAll(List.of(options));
      Process process =
          new ProcessBuilder(command).redirectError(data.resolve("run.log").toFile()).start();
      RunningAriane running = new RunningAriane(process, data, port, sipPort);
      running.awaitReady();
      return running;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitReady() {
    BufferedReader out = process.inputReader();
    CompletableFuture<String> ready =
        CompletableFuture.supplyAsync(
            () -> out.lines().filter(line -> line.startsWith("READY ")).findFirst().orElse("end"));
    try {
      String line = ready.get(READY_WITHIN.toSeconds(), TimeUnit.SECONDS);
      if (!line.equals("READY " + url())) {
        throw new IllegalStateException("ops/run ended without READY:\n" + log());
      }
    } catch (InterruptedException | java.util.concurrent.ExecutionException | TimeoutException e) {
      close();
      throw new IllegalStateException("ops/run was not READY in time:\n" + log(), e);
    }
  }

  public String url() {
    return "http://127.0.0.1:" + port;
  }

  public int port() {
    return port;
  }

  int sipPort() {
    return sipPort;
  }

  public Path data() {
    return data;
  }

  JsonObject credentials() {
    try {
      return new JsonObject(Files.readString(data.resolve("credentials.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String token(String account) {
    return credentials().getJsonObject("tokens").getString(account);
  }

  public Api as(String account) {
    return new Api(url(), token(account));
  }

  public Api asNobody() {
    return new Api(url(), "");
  }

  /// Ends a part as a crash would: `server` or `redis`, without a last word.
  public void kill(String part) {
    handle(part).destroyForcibly();
  }

  /// Stops a process without ending it (`STOP`), or lets it go on (`CONT`).
  public void signal(String part, String signal) {
    try {
      new ProcessBuilder("kill", "-" + signal, "" + handle(part).pid()).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public ProcessHandle handle(String part) {
    try {
      String pid = Files.readString(data.resolve("run/" + part + ".pid")).strip();
      return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String log() {
    StringBuilder text = new StringBuilder();
    for (String name : List.of("run.log", "log/server.log", "log/asterisk.log", "log/redis.log")) {
      Path file = data.resolve(name);
      if (Files.exists(file)) {
        try {
          text.append("--- ").append(name).append('\n').append(Files.readString(file));
        } catch (IOException e) {
          text.append(e.getMessage());
        }
      }
    }
    return text.toString();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(40, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("ops/run did not stop:\n" + log());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
