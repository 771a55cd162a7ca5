package org.ariane.ops.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ariane.ops.bench.route.RouteRun;
import org.ariane.ops.bench.route.RouteRun.Timing;

/// Point to zone and to the best services with their reasons, from which a plan is made, by JMH on
/// one thread, over a made-up directory of the size of a country.
final class RouteBench implements Bench {
  private static final int SERVICES = 50_000;
  private static final int FEW = 1_000;
  private static final int MANY = 1_000_000;

  @Override
  public String name() {
    return "route";
  }

  @Override
  public String summary() {
    return "point to zone and best services of 50,000, against the zone alone and a scan of all";
  }

  @Override
  public List<Result> run(Workbench on) throws Exception {
    Path log = Path.of(System.getProperty("ariane.home", ".")).resolve("ops/target/route-jmh.log");
    Map<String, Double> details = new HashMap<>(RouteRun.load(SERVICES));
    details.put("services", (double) SERVICES);
    Timing decision = RouteRun.time("decision", SERVICES, log);
    Timing lookUp = RouteRun.time("lookUp", SERVICES, log);
    Timing scan = RouteRun.time("scan", SERVICES, log);
    Timing few = RouteRun.time("decision", FEW, log);
    Timing many = RouteRun.time("decision", MANY, log);
    return List.of(
        new Result(name(), decision.perSecond(), lookUp.perSecond(), "routes/s", details),
        new Result("route-scan", decision.perSecond(), scan.perSecond(), "routes/s", Map.of()),
        new Result("route-p50", decision.p50(), lookUp.p50(), "us", Map.of()),
        new Result("route-p99", decision.p99(), lookUp.p99(), "us", Map.of("scan", scan.p99())),
        new Result("route-growth", many.mean(), few.mean(), "us", Map.of()),
        new Result("route-growth-p99", many.p99(), few.p99(), "us", Map.of()));
  }
}
