package org.ariane.ivr.flow.yaml;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.Node;

/// Gathers what is wrong with one file.
final class Problems {
  private final String file;
  private final List<FlowProblem> found = new ArrayList<>();

  Problems(String file) {
    this.file = file;
  }

  void at(Node node, String reason) {
    at(line(node), reason);
  }

  void at(int line, String reason) {
    FlowProblem problem = new FlowProblem(file, line, reason);
    if (!found.contains(problem)) {
      found.add(problem);
    }
  }

  static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }

  boolean none() {
    return found.isEmpty();
  }

  int count() {
    return found.size();
  }

  List<FlowProblem> inOrder() {
    return found.stream().sorted(java.util.Comparator.comparingInt(FlowProblem::line)).toList();
  }
}
