package org.ariane.ops.bench;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ariane.ops.config.Credentials;
import org.ariane.ops.wiring.Server;

/// How long an app waits for its 202, through the whole server. The 99th percentile is the median
/// of those of the rounds, since one stall of a shared machine would otherwise be all that is seen;
/// that of all rounds together is among the details.
final class AlarmLatencyBench implements Bench {
  private static final int PER_SECOND = 200;
  private static final int ROUNDS = 5;
  private static final double P99 = 0.99;
  private static final Duration WARM_UP = Duration.ofSeconds(3);
  private static final Duration ROUND = Duration.ofSeconds(1);
  private static final int UNUSED_SIP_PORT = 5060;

  @Override
  public String name() {
    return "alarm-latency";
  }

  @Override
  public String summary() {
    return "99th percentile of POST /v1/alarms at 200/s, against a bare route with XADD";
  }

  @Override
  public List<Result> run(Workbench on) throws Exception {
    int port = Workbench.freePort();
    Server server = Server.start(on.deployment(), on.data(), port, UNUSED_SIP_PORT, false);
    try (PlainStream stream = new PlainStream(on);
        BareRoute bare = BareRoute.open(Workbench.freePort(), stream);
        OpenLoop loop = new OpenLoop()) {
      String token = Credentials.read(on.data().credentials()).tokenOf("app-1");
      AlarmBodies bodies = new AlarmBodies();
      return measure(
          loop,
          new OpenLoop.Target(at(bare.port()), token, bodies::next),
          new OpenLoop.Target(at(port), token, bodies::next));
    } finally {
      server.close();
    }
  }

  private static URI at(int port) {
    return URI.create("http://127.0.0.1:" + port + BareRoute.PATH);
  }

  private List<Result> measure(OpenLoop loop, OpenLoop.Target reference, OpenLoop.Target ours)
      throws Exception {
    loop.run(ours, PER_SECOND, WARM_UP);
    loop.run(reference, PER_SECOND, WARM_UP);
    List<Double> ofReference = new ArrayList<>();
    List<Double> ofOurs = new ArrayList<>();
    Rounds rounds =
        Rounds.alternate(
            ROUNDS, () -> round(loop, reference, ofReference), () -> round(loop, ours, ofOurs));
    Samples bare = Samples.of(ofReference);
    Samples whole = Samples.of(ofOurs);
    return List.of(
        new Result(
            name(),
            rounds.medianOfOurs(),
            rounds.medianOfReference(),
            "ms",
            Map.of(
                "perSecond", (double) PER_SECOND,
                "p50", whole.quantile(0.5),
                "p50OfReference", bare.quantile(0.5),
                "p99OfAllRounds", whole.quantile(P99),
                "p99OfAllRoundsOfReference", bare.quantile(P99),
                "max", whole.quantile(1),
                "maxOfReference", bare.quantile(1))));
  }

  private static double round(OpenLoop loop, OpenLoop.Target target, List<Double> all) {
    List<Double> measured = loop.run(target, PER_SECOND, ROUND);
    all.addAll(measured);
    return Samples.of(measured).quantile(P99);
  }
}
