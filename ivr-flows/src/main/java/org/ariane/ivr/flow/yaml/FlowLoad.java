package org.ariane.ivr.flow.yaml;

import java.util.List;
import org.ariane.ivr.flow.Flow;

/// What came of reading a file.
public sealed interface FlowLoad {
  record Loaded(Flow flow) implements FlowLoad {}

  /// Not usable; a flow in force stays so.
  record Rejected(List<FlowProblem> problems) implements FlowLoad {
    public Rejected {
      problems = List.copyOf(problems);
    }
  }
}
