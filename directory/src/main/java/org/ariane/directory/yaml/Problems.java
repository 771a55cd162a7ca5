package org.ariane.directory.yaml;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// Collects what is wrong while reading goes on.
final class Problems {
  private final SortedSet<DirectoryProblem> found = new TreeSet<>();

  void add(String file, int line, String reason) {
    found.add(new DirectoryProblem(file, line, reason));
  }

  void add(DirectoryProblem problem) {
    found.add(problem);
  }

  int count() {
    return found.size();
  }

  List<DirectoryProblem> all() {
    return List.copyOf(found);
  }
}
