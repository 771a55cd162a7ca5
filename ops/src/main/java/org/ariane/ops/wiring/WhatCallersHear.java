package org.ariane.ops.wiring;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ariane.directory.DirectorySource;
import org.ariane.ivr.asterisk.CallBacks;
import org.ariane.ivr.flow.Flows;
import org.ariane.ivr.flow.Surroundings;
import org.ariane.ivr.flow.yaml.FlowProblem;
import org.ariane.ivr.flow.yaml.ShippedFlows;
import org.ariane.ivr.flow.yaml.WatchedFlows;
import org.ariane.ops.health.Health;
import org.ariane.ops.health.PartHealth;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The flows of the lines: a coordinator's folder, whose changes hold for new calls, or those that
/// come with the program.
final class WhatCallersHear {
  private static final Logger LOG = LoggerFactory.getLogger(WhatCallersHear.class);
  private static final Duration INTERVAL = Duration.ofSeconds(2);

  private WhatCallersHear() {}

  static Supplier<Flows> open(
      Foundations on,
      Optional<Path> folder,
      DirectorySource directory,
      CallBacks callBacks,
      Closers closers,
      Health health) {
    Supplier<Surroundings> around =
        () -> Surroundings.in(directory.current(), ShippedFlows.prompts(), callBacks.offered());
    if (folder.isEmpty()) {
      ShippedFlows.problems(around.get())
          .forEach(problem -> LOG.warn("callers there go to a human instead: {}", problem));
      Flows shipped =
          ShippedFlows.flows(Surroundings.anyService(ShippedFlows.prompts(), callBacks.offered()));
      return () -> shipped;
    }
    WatchedFlows flows =
        WatchedFlows.start(folder.get(), ShippedFlows.STANDARD, around, INTERVAL, on.clock());
    closers.add("flows", flows);
    health.part("flows", () -> health(flows));
    return flows;
  }

  private static PartHealth health(WatchedFlows flows) {
    List<FlowProblem> problems = flows.problems();
    return problems.isEmpty()
        ? PartHealth.up(flows.get().flows().size() + " flows")
        : PartHealth.degraded(
            "The files have errors, the last good flows are in force: " + problems);
  }
}
