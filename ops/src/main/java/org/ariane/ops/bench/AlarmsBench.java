package org.ariane.ops.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ariane.router.alarm.AlarmSource;
import org.ariane.router.alarm.Receipt;
import org.ariane.router.alarm.http.AlarmReader;

/// How many alarms become durable in a second: read, placed, looked up, merged, ranked, written.
/// The share of processor time says what a machine that is not shared would do; the bodies are made
/// beforehand, so that the clients cost next to nothing.
final class AlarmsBench implements Bench {
  private static final int CLIENTS = 64;
  private static final int ROUNDS = 5;
  private static final int WARM = 30_000;
  private static final Duration WARM_AT_MOST = Duration.ofSeconds(40);
  private static final Duration SLICE = Duration.ofSeconds(1);
  private static final Duration ROUND = Duration.ofSeconds(2);
  private static final AlarmSource APP = new AlarmSource.App("app-1");

  private final AlarmReader reader = new AlarmReader();
  private final AlarmBodies bodies = new AlarmBodies();

  /// Of its own, so that the reference does not use up the numbers: a second alarm of one joins.
  private final AlarmBodies plain = new AlarmBodies();

  @Override
  public String name() {
    return "alarms";
  }

  @Override
  public String summary() {
    return "alarms made durable, against XADD of the same body; warm after " + WARM + " alarms";
  }

  @Override
  public List<Result> run(Workbench on) throws Exception {
    try (LaneAlone lane = LaneAlone.open(on);
        PlainStream stream = new PlainStream(on);
        CpuTimes cpu = new CpuTimes(on)) {
      Clients.Work ours = () -> take(lane, bodies.ready());
      Clients.Work reference = () -> stream.add(plain.ready());
      double warm = warm(() -> take(lane, bodies.withoutPhone()));
      warm += Clients.perSecond(CLIENTS, SLICE, ours);
      warm(reference);
      CpuTimes.Sum ofOurs = new CpuTimes.Sum();
      CpuTimes.Sum ofReference = new CpuTimes.Sum();
      Rounds rounds =
          Rounds.alternate(
              ROUNDS,
              () -> round(cpu, ofReference, plain, reference),
              () -> round(cpu, ofOurs, bodies, ours));
      Map<String, Double> details = new HashMap<>();
      details.put("clients", (double) CLIENTS);
      details.put("warmUpAlarms", warm);
      details.put("cpuMicrosOfClientsEach", clients(cpu));
      details.put("bodyBytes", (double) bodies.next().length());
      ofOurs.describe("", details);
      ofReference.describe("OfReference", details);
      return List.of(
          new Result(
              name(), rounds.medianOfOurs(), rounds.medianOfReference(), "alarms/s", details),
          new Result(name() + "-cpu", ofOurs.each(), ofReference.each(), "us", Map.of()));
    }
  }

  private static double warm(Clients.Work work) throws Exception {
    double done = 0;
    for (Duration spent = Duration.ZERO;
        done < WARM && spent.compareTo(WARM_AT_MOST) < 0;
        spent = spent.plus(SLICE)) {
      done += Clients.perSecond(CLIENTS, SLICE, work);
    }
    return done;
  }

  /// What the clients need to begin anew, which both sides have in their figures.
  private double clients(CpuTimes cpu) throws Exception {
    CpuTimes.Sum sum = new CpuTimes.Sum();
    CpuTimes.Reading before = cpu.read();
    double perSecond = Clients.perSecond(CLIENTS, SLICE, () -> {});
    sum.add(before, cpu.read(), perSecond * SLICE.toMillis() / 1_000);
    return sum.each();
  }

  private static double round(CpuTimes cpu, CpuTimes.Sum sum, AlarmBodies made, Clients.Work work)
      throws Exception {
    made.prepare();
    CpuTimes.Reading before = cpu.read();
    double perSecond = Clients.perSecond(CLIENTS, ROUND, work);
    sum.add(before, cpu.read(), perSecond * ROUND.toMillis() / 1000.0);
    return perSecond;
  }

  private void take(LaneAlone lane, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    switch (lane.intake().take(reader.read(APP, bytes, Instant.now()))) {
      case Receipt.Accepted accepted -> {}
      case Receipt.NotDurable refused ->
          throw new IllegalStateException("an alarm was not made durable");
    }
  }
}
