package org.ariane.ops.bench;

import java.util.List;
import java.util.Optional;

/// One benchmark. Bounded in time; leaves nothing running.
public interface Bench {
  /// What it is called on the command line.
  String name();

  /// One line on what is measured against what.
  String summary();

  /// Why it cannot be run here; empty where it can.
  default Optional<String> missing() {
    return Optional.empty();
  }

  /// One result a figure, the first under the name of the benchmark.
  List<Result> run(Workbench on) throws Exception;

  /// All there are, in the order in which they run.
  static List<Bench> all() {
    return List.of(
        new AlarmsBench(),
        new AlarmsHttpBench(),
        new AlarmLatencyBench(),
        new AlarmPathsBench(),
        new DeliveryBench(),
        new GrowthBench(),
        new RouteBench(),
        new CallsBench(),
        new WaitingBench(),
        new GoodputBench(),
        new DigitToBridgeBench(),
        new AlarmsBesideAllBench());
  }
}
