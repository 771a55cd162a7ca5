package org.ariane.ops.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How many callers a second are taken in when half, all, and up to three times as many call as the
/// capacity allows; the others are brought to the fallback number, which a telephone of ours
/// answers. Against the lesser of what was offered and the capacity.
final class GoodputBench implements Bench {
  private static final int CAPACITY = 60;
  private static final int CALLS = 300;
  private static final List<Double> LOADS = List.of(0.5, 1.0, 1.5, 2.0, 3.0);
  private static final int SECONDS = 6;
  private static final Duration STAY = Duration.ofSeconds(2);

  @Override
  public String name() {
    return "calls-goodput";
  }

  @Override
  public String summary() {
    return "callers taken in at 0.5 to 3 times a capacity of " + CAPACITY + " a second";
  }

  @Override
  public Optional<String> missing() {
    return SwitchChild.missing();
  }

  @Override
  public List<Result> run(Workbench on) throws Exception {
    int trunk = Workbench.freeUdpPort();
    String settings = Capacities.of(CALLS, CAPACITY) + "  trunk: 127.0.0.1:" + trunk + "\n";
    Path folder = Files.createTempDirectory("ariane-fallback");
    Process fallback =
        new ProcessBuilder(
                "/usr/bin/sipp",
                "-sn",
                "uas",
                "-i",
                "127.0.0.1",
                "-p",
                Integer.toString(trunk),
                "-mp",
                Integer.toString(Workbench.freeUdpPort()),
                "-nostdin")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("screen").toFile())
            .start();
    List<Result> results = new ArrayList<>();
    try (VoiceHouse house = VoiceHouse.open(on.home(), settings)) {
      load(house, 0.5);
      for (double load : LOADS) {
        results.add(load(house, load));
        house.phone().quiet();
      }
    } finally {
      fallback.destroyForcibly();
      Files.deleteIfExists(folder.resolve("screen"));
      Files.deleteIfExists(folder);
    }
    return results;
  }

  private Result load(VoiceHouse house, double load) throws Exception {
    double before = house.counted("ariane_calls_total");
    int offered = (int) (load * CAPACITY);
    try (Callers callers = house.callers(VoiceHouse.LINE, offered, offered * SECONDS, STAY)) {
      Callers.Outcome outcome = callers.outcome();
      double taken = (house.counted("ariane_calls_total") - before) / SECONDS;
      Map<String, Double> details = new LinkedHashMap<>();
      details.put("offeredPerSecond", (double) offered);
      details.put("failed", (double) outcome.failed());
      details.put("repeated", (double) outcome.repeated());
      if (!outcome.answeredMs().isEmpty()) {
        Samples answered = Samples.of(outcome.answeredMs());
        details.put("answerP50", answered.quantile(0.5));
        details.put("answerP99", answered.quantile(0.99));
      }
      return new Result(
          name() + "-" + load, taken, Math.min(offered, CAPACITY), "calls/s", details);
    }
  }
}
