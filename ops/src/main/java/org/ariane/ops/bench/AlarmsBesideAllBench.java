package org.ariane.ops.bench;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ariane.ops.config.Credentials;

/// What [AlarmPathsBench] measures at 500/s, alone and beside 5,000 chat messages and 100 calls a
/// second. The figures are the 99th percentiles of 202, beside all and alone.
final class AlarmsBesideAllBench implements Bench {
  private static final int RATE = 500;
  private static final int CALLS = 100;
  private static final int CALLS_S = 25;
  private static final Duration STAY = Duration.ofMillis(900);
  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final double P99 = 0.99;

  @Override
  public String name() {
    return "alarms-beside-all";
  }

  @Override
  public String summary() {
    return "alarm-paths at 500/s beside 5,000 chat messages/s and 100 calls/s, against alone";
  }

  @Override
  public Optional<String> missing() {
    return SwitchChild.missing();
  }

  @Override
  public List<Result> run(Workbench ignored) throws Exception {
    int centrePort = Workbench.freePort();
    String settings = AlarmPathsBench.settings(centrePort) + Capacities.large();
    Map<String, Double> details = new LinkedHashMap<>();
    try (Centre centre = new Centre(centrePort);
        VoiceHouse house = VoiceHouse.open(ignored.home(), settings);
        CpuTimes cpu = new CpuTimes(house.on());
        OpenLoop loop = new OpenLoop()) {
      RedisClient client = RedisClient.create(house.on().redis());
      try (StatefulRedisConnection<String, String> redis = client.connect()) {
        Credentials credentials = Credentials.read(house.on().data().credentials());
        centre.watch(house.port(), credentials.tokenOf("dispatcher-1"));
        AlarmBodies bodies = new AlarmBodies();
        OpenLoop.Target ours =
            new OpenLoop.Target(
                AlarmPathsBench.at(house.port()), credentials.tokenOf("app-1"), bodies::next);
        loop.run(ours, RATE / 5, WARM_UP);
        loop.run(ours, RATE, WARM_UP.dividedBy(2));
        Samples alone =
            AlarmPathsBench.round(loop, ours, RATE, "alone", centre, redis, cpu, details);
        Samples beside;
        try (ChatLoad chats = new ChatLoad(house.port());
            Callers callers = house.callers(VoiceHouse.LINE, CALLS, CALLS * CALLS_S, STAY)) {
          long sent = chats.sent();
          beside =
              AlarmPathsBench.round(loop, ours, RATE, "besideAll", centre, redis, cpu, details);
          details.put("besideAll.messagesSent", (double) (chats.sent() - sent));
          Callers.Outcome outcome = callers.outcome();
          details.put("besideAll.calls", (double) outcome.called());
          details.put("besideAll.callsFailed", (double) outcome.failed());
          details.put("besideAll.callsRepeated", (double) outcome.repeated());
        }
        return List.of(
            new Result(name(), beside.quantile(P99), alone.quantile(P99), "ms", details));
      } finally {
        client.shutdown();
      }
    }
  }
}
