package org.ariane.ops.bench;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ariane.ops.config.Credentials;
import org.ariane.ops.wiring.Server;

/// How long an app waits for its 202, through the whole server.
final class AlarmLatencyBench implements Bench {
  private static final int PER_SECOND = 200;
  private static final int ROUNDS = 2;
  private static final Duration WARM_UP = Duration.ofSeconds(3);
  private static final Duration ROUND = Duration.ofMillis(2_500);
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
  public Result run(Workbench on) throws Exception {
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

  private Result measure(OpenLoop loop, OpenLoop.Target reference, OpenLoop.Target ours) {
    loop.run(ours, PER_SECOND, WARM_UP);
    loop.run(reference, PER_SECOND, WARM_UP);
    List<Double> ofReference = new ArrayList<>();
    List<Double> ofOurs = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      ofReference.addAll(loop.run(reference, PER_SECOND, ROUND));
      ofOurs.addAll(loop.run(ours, PER_SECOND, ROUND));
    }
    Samples bare = Samples.of(ofReference);
    Samples whole = Samples.of(ofOurs);
    return new Result(
        name(),
        whole.quantile(0.99),
        bare.quantile(0.99),
        "ms",
        Map.of(
            "perSecond", (double) PER_SECOND,
            "p50", whole.quantile(0.5),
            "p50OfReference", bare.quantile(0.5),
            "max", whole.quantile(1),
            "maxOfReference", bare.quantile(1)));
  }
}
