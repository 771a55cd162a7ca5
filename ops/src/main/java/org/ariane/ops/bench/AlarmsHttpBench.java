package org.ariane.ops.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.ariane.ops.config.Credentials;
import org.ariane.ops.wiring.Server;

/// The same as [AlarmsBench] through the door: POST to 202 of the whole server, against the least
/// that could be called durable over HTTP on the same machine, a bare route with XADD.
final class AlarmsHttpBench implements Bench {
  private static final int CLIENTS = 64;
  private static final int ROUNDS = 5;
  private static final int WARM = 20_000;
  private static final Duration WARM_AT_MOST = Duration.ofSeconds(40);
  private static final Duration SLICE = Duration.ofSeconds(1);
  private static final Duration ROUND = Duration.ofSeconds(2);
  private static final int UNUSED_SIP_PORT = 5060;

  @Override
  public String name() {
    return "alarms-http";
  }

  @Override
  public String summary() {
    return "POST /v1/alarms to 202, durable, against a bare route with XADD; warm after "
        + WARM
        + " alarms";
  }

  @Override
  public List<Result> run(Workbench on) throws Exception {
    int port = Workbench.freePort();
    Server server = Server.start(on.deployment(), on.data(), port, UNUSED_SIP_PORT, false);
    try (PlainStream stream = new PlainStream(on);
        BareRoute bare = BareRoute.open(Workbench.freePort(), stream);
        CpuTimes cpu = new CpuTimes(on)) {
      String token = Credentials.read(on.data().credentials()).tokenOf("app-1");
      AlarmBodies bodies = new AlarmBodies();
      AlarmBodies plain = new AlarmBodies();
      WebClients ours = new WebClients(port, token);
      WebClients reference = new WebClients(bare.port(), token);
      double warm = warm(ours, bodies::withoutPhone);
      warm(reference, plain::withoutPhone);
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
      ofOurs.describe("", details);
      ofReference.describe("OfReference", details);
      List<Result> results = new ArrayList<>();
      results.add(
          new Result(
              name(), rounds.medianOfOurs(), rounds.medianOfReference(), "alarms/s", details));
      results.add(new Result(name() + "-cpu", ofOurs.each(), ofReference.each(), "us", Map.of()));
      return results;
    } finally {
      server.close();
    }
  }

  private static double warm(WebClients clients, Supplier<String> bodies) throws Exception {
    long done = 0;
    for (Duration spent = Duration.ZERO;
        done < WARM && spent.compareTo(WARM_AT_MOST) < 0;
        spent = spent.plus(SLICE)) {
      done += clients.run(CLIENTS, SLICE, bodies).requests();
    }
    return done;
  }

  private static double round(CpuTimes cpu, CpuTimes.Sum sum, AlarmBodies made, WebClients clients)
      throws Exception {
    made.prepare();
    CpuTimes.Reading before = cpu.read();
    WebClients.Done done = clients.run(CLIENTS, ROUND, made::ready);
    sum.add(before, cpu.read(), done.cpuMicros(), (double) done.requests());
    return done.perSecond();
  }
}
