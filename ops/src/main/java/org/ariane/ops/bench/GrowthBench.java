package org.ariane.ops.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.ariane.router.alarm.AlarmSource;
import org.ariane.router.alarm.Receipt;
import org.ariane.router.alarm.http.AlarmReader;

/// Whether many open incidents make taking an alarm slower: alarms in a second while 100, 10,000
/// and 100,000 are open. The reference is the figure with the fewest.
final class GrowthBench implements Bench {
  private static final int CLIENTS = 64;
  private static final int[] OPEN = {100, 10_000, 100_000};
  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final Duration ROUND = Duration.ofMillis(750);
  private static final Duration MOST = Duration.ofSeconds(60);
  private static final AlarmSource APP = new AlarmSource.App("app-1");

  private final AlarmReader reader = new AlarmReader();
  private final AlarmBodies bodies = new AlarmBodies();
  private final LongAdder open = new LongAdder();

  @Override
  public String name() {
    return "alarm-growth";
  }

  @Override
  public String summary() {
    return "alarms made durable while 100,000 incidents are open, against 100";
  }

  @Override
  public List<Result> run(Workbench on) throws Exception {
    // What warms this machine up must not open incidents in the store that is measured.
    try (Workbench other = Workbench.open(on.home());
        LaneAlone lane = LaneAlone.open(other)) {
      Clients.perSecond(CLIENTS, WARM_UP, () -> take(lane));
    }
    open.reset();
    Map<String, Double> details = new LinkedHashMap<>();
    double few = 0;
    double many = 0;
    try (LaneAlone lane = LaneAlone.open(on);
        CpuTimes cpu = new CpuTimes(on)) {
      long start = System.nanoTime();
      for (int wanted : OPEN) {
        while (open.sum() < wanted && System.nanoTime() - start < MOST.toNanos()) {
          Clients.perSecond(CLIENTS, Duration.ofMillis(wanted / 100), () -> take(lane));
        }
        double before = open.sum();
        CpuTimes.Reading reading = cpu.read();
        many = Clients.perSecond(CLIENTS, ROUND, () -> take(lane));
        CpuTimes.Sum sum = new CpuTimes.Sum();
        sum.add(reading, cpu.read(), open.sum() - before);
        few = few == 0 ? many : few;
        details.put("openBefore" + wanted, before);
        details.put("alarmsPerSecondAt" + wanted, many);
        sum.describe("At" + wanted, details);
      }
    }
    return List.of(new Result(name(), many, few, "alarms/s", details));
  }

  private void take(LaneAlone lane) {
    byte[] body = bodies.withoutPhone().getBytes(StandardCharsets.UTF_8);
    switch (lane.intake().take(reader.read(APP, body, Instant.now()))) {
      case Receipt.Accepted accepted -> open.increment();
      case Receipt.NotDurable refused ->
          throw new IllegalStateException("an alarm was not made durable");
    }
  }
}
