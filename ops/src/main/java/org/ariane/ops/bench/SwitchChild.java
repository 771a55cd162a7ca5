package org.ariane.ops.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// An Asterisk of our own in its container, as `ops/run` starts it, on the settings that a
/// deployment gets. Ends with the benchmark.
final class SwitchChild implements AutoCloseable {
  static final String IMAGE = "ARIANE_ASTERISK_IMAGE";
  private static final Duration WITHIN = Duration.ofSeconds(60);
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);
  private static final double MICROS_PER_TICK = 10_000;

  /// Counted after the name.
  private static final int USER_TICKS = 11;

  private final String name;
  private final Path process;
  private final Thread atExit = Thread.ofPlatform().unstarted(this::end);

  private SwitchChild(String name, Path process) {
    this.name = name;
    this.process = process;
  }

  /// Why none can be started here; empty where one can.
  static Optional<String> missing() {
    if (System.getenv(IMAGE) == null) {
      return Optional.of("no telephone switch: Docker or its image is missing");
    }
    return Files.isExecutable(Path.of("/usr/bin/sipp"))
        ? Optional.empty()
        : Optional.of("SIPp (package sip-tester) is not installed");
  }

  /// Starts it and returns when it takes calls.
  ///
  /// @param configuration what a preparation wrote for it
  static SwitchChild start(Path configuration) throws IOException, InterruptedException {
    String name = "ariane-bench-" + ProcessHandle.current().pid() + "-" + System.nanoTime();
    run(
        List.of("docker", "create", "--name", name, "--network", "host", "--add-host"),
        InetAddress.getLocalHost().getHostName() + ":127.0.0.1",
        "--cap-drop",
        "ALL",
        "--security-opt",
        "no-new-privileges",
        "--ulimit",
        "core=0",
        System.getenv(IMAGE));
    try {
      run(
          List.of("sh", "-c"),
          "tar -C \"$0\" --owner=0 --group=0 --mode=a+rX --transform='s,^\\.,ariane,' -cf - ."
              + " | docker cp - \"$1:/etc\"",
          configuration.toString(),
          name);
      run(List.of("docker", "start"), name);
      String pid = run(List.of("docker", "inspect", "-f", "{{.State.Pid}}"), name).strip();
      SwitchChild child = new SwitchChild(name, Path.of("/proc", pid));
      Runtime.getRuntime().addShutdownHook(child.atExit);
      child.awaitReady();
      return child;
    } catch (IOException e) {
      remove(name);
      throw e;
    }
  }

  private void awaitReady() throws IOException, InterruptedException {
    long start = System.nanoTime();
    while (!run(List.of("docker", "logs"), name).contains("Asterisk Ready")) {
      if (System.nanoTime() - start > WITHIN.toNanos()) {
        throw new IOException("the switch did not start");
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }

  /// Processor time in microseconds, and resident memory in bytes.
  record Reading(double cpuMicros, double bytes) {}

  Reading read() throws IOException {
    String stat = Files.readString(process.resolve("stat"));
    String[] rest = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    double ticks = Double.parseDouble(rest[USER_TICKS]) + Double.parseDouble(rest[USER_TICKS + 1]);
    double kilobytes =
        Files.readAllLines(process.resolve("status")).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")))
            .findFirst()
            .orElse(0);
    return new Reading(ticks * MICROS_PER_TICK, kilobytes * 1024);
  }

  /// A command of its console.
  String console(String command) throws IOException, InterruptedException {
    return run(List.of("docker", "exec"), name, "asterisk", "-rx", command);
  }

  /// Channels that are up.
  int channels() throws IOException, InterruptedException {
    return console("core show channels count")
        .lines()
        .filter(line -> line.contains("active channel"))
        .map(line -> Integer.parseInt(line.strip().replaceAll(" .*", "")))
        .findFirst()
        .orElse(0);
  }

  /// Ends all calls and waits until none is left.
  void quiet() throws IOException, InterruptedException {
    console("channel request hangup all");
    long start = System.nanoTime();
    while (channels() > 0 && System.nanoTime() - start < WITHIN.toNanos() / 4) {
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }

  private static String run(List<String> command, String... more)
      throws IOException, InterruptedException {
    List<String> all = new java.util.ArrayList<>(command);
    all.addAll(Arrays.asList(more));
    Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(WITHIN.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException(all.getFirst() + " " + all.get(1) + ": " + said);
    }
    return said;
  }

  private static void remove(String name) {
    try {
      run(List.of("docker", "rm", "-f"), name);
    } catch (IOException e) {
      System.err.println("the container " + name + " could not be removed");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void end() {
    remove(name);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The process ends already: the hook does it.
      return;
    }
    end();
  }
}
