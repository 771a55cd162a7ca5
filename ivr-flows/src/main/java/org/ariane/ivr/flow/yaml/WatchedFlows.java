package org.ariane.ivr.flow.yaml;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.ariane.directory.service.LineId;
import org.ariane.directory.yaml.FolderWatch;
import org.ariane.ivr.flow.Flow;
import org.ariane.ivr.flow.FlowRef;
import org.ariane.ivr.flow.Flows;
import org.ariane.ivr.flow.Surroundings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A folder of flows whose changes hold for new calls by themselves; calls under way keep to the
/// flow that they began with. Bad files never replace good ones: what is wrong is said, once.
public final class WatchedFlows implements Supplier<Flows>, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WatchedFlows.class);

  private final Path folder;
  private final LineId standard;
  private final Supplier<Surroundings> around;
  private volatile Flows current;
  private volatile List<FlowProblem> problems = List.of();
  private final FolderWatch watch;

  private WatchedFlows(
      Path folder,
      LineId standard,
      Supplier<Surroundings> around,
      Flows first,
      InstantSource clock,
      Duration interval) {
    this.folder = folder;
    this.standard = standard;
    this.around = around;
    this.current = first;
    this.watch = FolderWatch.start(folder, interval, clock, this::reload);
  }

  /// Watches a folder that must be sound now.
  ///
  /// @param around asked again with each reading
  /// @param interval between two looks; a change holds after one to two of them
  /// @throws IllegalArgumentException with every problem, each as `file:line: reason`
  public static WatchedFlows start(
      Path folder,
      LineId standard,
      Supplier<Surroundings> around,
      Duration interval,
      InstantSource clock) {
    return switch (FlowFolder.read(folder, standard, around.get())) {
      case FlowFolder.Load.Loaded(Flows flows) ->
          new WatchedFlows(folder, standard, around, flows, clock, interval);
      case FlowFolder.Load.Rejected(List<FlowProblem> found) ->
          throw new IllegalArgumentException(
              "flows: " + String.join("; ", found.stream().map(FlowProblem::toString).toList()));
    };
  }

  @Override
  public Flows get() {
    return current;
  }

  /// What is wrong with the files now; those before stay in force.
  public List<FlowProblem> problems() {
    return problems;
  }

  private void reload() {
    switch (FlowFolder.read(folder, standard, around.get())) {
      case FlowFolder.Load.Loaded(Flows flows) -> take(flows);
      case FlowFolder.Load.Rejected(List<FlowProblem> found) -> refuse(found);
    }
  }

  private void take(Flows flows) {
    boolean changed = !refs(flows).equals(refs(current)) || !problems.isEmpty();
    problems = List.of();
    if (changed) {
      current = flows.replacing(current);
      LOG.info("flows: {} hold for new calls", refs(flows));
    }
  }

  private void refuse(List<FlowProblem> found) {
    if (!found.equals(problems)) {
      found.forEach(problem -> LOG.warn("flows: {}", problem));
      LOG.warn("flows: {} problems, those before stay in force", found.size());
      problems = found;
    }
  }

  private static List<FlowRef> refs(Flows flows) {
    return flows.flows().stream().map(Flow::ref).toList();
  }

  @Override
  public void close() {
    watch.close();
  }
}
