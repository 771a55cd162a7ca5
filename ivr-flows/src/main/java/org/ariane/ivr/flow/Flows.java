package org.ariane.ivr.flow;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ariane.directory.service.LineId;

/// The flows of all lines, immutable. A whole set replaces another for new calls; those that are
/// under way find theirs in it as long as it is not older than a few sets.
public final class Flows {
  /// Versions of one line that calls may still be in; no call outlives that many reloads.
  private static final int KEPT = 8;

  private final LineId standard;
  private final Map<LineId, Interpreter> now;
  private final Map<LineId, List<Interpreter>> kept;

  private Flows(
      LineId standard, Map<LineId, Interpreter> now, Map<LineId, List<Interpreter>> kept) {
    this.standard = standard;
    this.now = Collections.unmodifiableMap(now);
    this.kept = Collections.unmodifiableMap(kept);
  }

  /// A set of flows.
  ///
  /// @param standard whose flow serves every line without one of its own
  public static Flows of(LineId standard, Collection<Flow> flows) {
    Map<LineId, Interpreter> now = new LinkedHashMap<>();
    Map<LineId, List<Interpreter>> kept = new LinkedHashMap<>();
    for (Flow flow : flows) {
      Interpreter interpreter = new Interpreter(flow);
      if (now.put(flow.line(), interpreter) != null) {
        throw new IllegalArgumentException("two flows for line " + flow.line());
      }
      kept.put(flow.line(), List.of(interpreter));
    }
    if (!now.containsKey(standard)) {
      throw new IllegalArgumentException("no flow for the standard line " + standard);
    }
    return new Flows(standard, now, kept);
  }

  /// These for new calls, while calls under way keep those of `before`.
  public Flows replacing(Flows before) {
    Map<LineId, List<Interpreter>> all = new LinkedHashMap<>(before.kept);
    now.forEach((line, interpreter) -> {
      List<Interpreter> versions = new java.util.ArrayList<>(List.of(interpreter));
      before.kept.getOrDefault(line, List.of()).stream()
          .filter(earlier -> !earlier.flow().ref().equals(interpreter.flow().ref()))
          .limit(KEPT - 1L)
          .forEach(versions::add);
      all.put(line, List.copyOf(versions));
    });
    return new Flows(standard, new LinkedHashMap<>(now), all);
  }

  /// For a new call on a line.
  public Interpreter of(LineId line) {
    Interpreter own = now.get(line);
    return own != null ? own : now.getOrDefault(standard, first());
  }

  private Interpreter first() {
    return now.values().iterator().next();
  }

  /// The version that a call began with; empty where it is no longer, or not here, known.
  public Optional<Interpreter> find(FlowRef ref) {
    return kept.getOrDefault(ref.line(), List.of()).stream()
        .filter(interpreter -> interpreter.flow().ref().equals(ref))
        .findFirst();
  }

  public LineId standard() {
    return standard;
  }

  /// Those for new calls.
  public List<Flow> flows() {
    return now.values().stream().map(Interpreter::flow).toList();
  }
}
