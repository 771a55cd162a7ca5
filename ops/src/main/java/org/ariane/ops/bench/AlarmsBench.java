package org.ariane.ops.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.ariane.router.alarm.AlarmSource;
import org.ariane.router.alarm.Receipt;
import org.ariane.router.alarm.http.AlarmReader;

/// How many alarms become durable in a second: read, placed, looked up, merged, ranked, written.
final class AlarmsBench implements Bench {
  private static final int CLIENTS = 64;
  private static final int ROUNDS = 3;
  private static final Duration WARM_UP = Duration.ofSeconds(2);
  private static final Duration ROUND = Duration.ofSeconds(2);
  private static final AlarmSource APP = new AlarmSource.App("app-1");

  private final AlarmReader reader = new AlarmReader();
  private final AlarmBodies bodies = new AlarmBodies();

  @Override
  public String name() {
    return "alarms";
  }

  @Override
  public String summary() {
    return "alarms made durable, against XADD of the same body";
  }

  @Override
  public Result run(Workbench on) throws Exception {
    try (LaneAlone lane = LaneAlone.open(on);
        PlainStream stream = new PlainStream(on)) {
      Clients.Work ours = () -> take(lane);
      Clients.Work reference = () -> stream.add(bodies.next());
      Clients.perSecond(CLIENTS, WARM_UP, ours);
      Clients.perSecond(CLIENTS, WARM_UP, reference);
      Rounds rounds =
          Rounds.alternate(
              ROUNDS,
              () -> Clients.perSecond(CLIENTS, ROUND, reference),
              () -> Clients.perSecond(CLIENTS, ROUND, ours));
      return new Result(
          name(),
          rounds.medianOfOurs(),
          rounds.medianOfReference(),
          "alarms/s",
          Map.of("clients", (double) CLIENTS, "bodyBytes", (double) bodies.next().length()));
    }
  }

  private void take(LaneAlone lane) {
    byte[] body = bodies.next().getBytes(StandardCharsets.UTF_8);
    switch (lane.intake().take(reader.read(APP, body, Instant.now()))) {
      case Receipt.Accepted accepted -> {}
      case Receipt.NotDurable refused ->
          throw new IllegalStateException("an alarm was not made durable");
    }
  }
}
