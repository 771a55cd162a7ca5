package org.ariane.ops.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Callers played by one SIPp: they call at a pace, whatever becomes of those before them, stay a
/// while and hang up.
final class Callers implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Process process;
  private final Path folder;
  private final Duration length;

  private Callers(Process process, Path folder, Duration length) {
    this.process = process;
    this.folder = folder;
    this.length = length;
  }

  /// What became of them.
  ///
  /// @param answeredMs from INVITE to 200, one each
  record Outcome(long called, long well, long failed, long repeated, List<Double> answeredMs) {
    /// None failed, nothing had to be sent again, every one was answered within half a second.
    boolean clean() {
      return called > 0
          && well == called
          && failed == 0
          && repeated == 0
          && answeredMs.stream().allMatch(ms -> ms < 500);
    }
  }

  /// @param stay from the answer until she hangs up
  static Callers start(int sipPort, String number, double perSecond, int count, Duration stay)
      throws IOException {
    Path folder = Files.createTempDirectory("ariane-callers");
    Duration length = stay.plusMillis(Math.round(count * 1000 / perSecond));
    String scenario;
    try (InputStream in =
        Objects.requireNonNull(Callers.class.getResourceAsStream("/bench/caller.xml"))) {
      scenario =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .replace("STAY", Long.toString(stay.toMillis()));
    }
    Path file = Files.writeString(folder.resolve("caller.xml"), scenario);
    List<String> command =
        new ArrayList<>(List.of("/usr/bin/sipp", "-sf", file.toString(), "-i", "127.0.0.1"));
    command.addAll(List.of("-p", Integer.toString(Workbench.freeUdpPort())));
    command.addAll(List.of("-mi", "127.0.0.1", "-mp", Integer.toString(Workbench.freeUdpPort())));
    command.addAll(List.of("-r", Long.toString(Math.round(perSecond * 10)), "-rp", "10000"));
    command.addAll(List.of("-m", Integer.toString(count), "-l", "20000", "-nostdin"));
    command.addAll(List.of("-trace_stat", "-stf", "stat.csv", "-fd", "1"));
    command.addAll(List.of("-trace_rtt", "-rtt_freq", "1", "-max_retrans", "3"));
    // Whatever becomes of the benchmark, they do not call for ever.
    command.addAll(List.of("-timeout", Long.toString(length.plus(PATIENCE).toSeconds())));
    command.addAll(List.of("-s", number, "127.0.0.1:" + sipPort));
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("screen").toFile())
            .start();
    return new Callers(process, folder, length);
  }

  boolean busy() {
    return process.isAlive();
  }

  /// Waits for their end.
  Outcome outcome() throws IOException, InterruptedException {
    if (!process.waitFor(length.plus(PATIENCE).toMillis(), TimeUnit.MILLISECONDS)) {
      process.destroy();
      process.waitFor(5, TimeUnit.SECONDS);
    }
    List<String> lines =
        Files.readAllLines(folder.resolve("stat.csv"), StandardCharsets.ISO_8859_1);
    List<String> names = List.of(lines.getFirst().split(";", -1));
    String[] last = lines.getLast().split(";", -1);
    return new Outcome(
        figure(names, last, "TotalCallCreated"),
        figure(names, last, "SuccessfulCall(C)"),
        figure(names, last, "FailedCall(C)"),
        figure(names, last, "Retransmissions(C)"),
        answered());
  }

  private static long figure(List<String> names, String[] values, String name) {
    int at = names.indexOf(name);
    return at < 0 || at >= values.length ? 0 : Long.parseLong(values[at].strip());
  }

  private List<Double> answered() throws IOException {
    List<Double> answered = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(it -> it.toString().endsWith("_rtt.csv")).toList()) {
        Files.readAllLines(file, StandardCharsets.ISO_8859_1).stream()
            .skip(1)
            .map(line -> line.split(";", -1))
            .filter(parts -> parts.length > 1)
            .forEach(parts -> answered.add(Double.parseDouble(parts[1].strip())));
      }
    }
    return answered;
  }

  /// Processor time of SIPp so far, in microseconds.
  double cpuMicros() {
    return process.info().totalCpuDuration().map(it -> it.toNanos() / 1e3).orElse(0.0);
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
