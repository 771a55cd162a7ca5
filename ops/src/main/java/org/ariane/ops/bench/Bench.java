package org.ariane.ops.bench;

import java.util.List;

/// One benchmark. Bounded in time; leaves nothing running.
public interface Bench {
  /// What it is called on the command line.
  String name();

  /// One line on what is measured against what.
  String summary();

  Result run(Workbench on) throws Exception;

  /// All there are, in the order in which they run.
  static List<Bench> all() {
    return List.of(
        new AlarmsBench(),
        new AlarmLatencyBench(),
        new AlarmPathsBench(),
        new GrowthBench(),
        new RouteBench());
  }
}
