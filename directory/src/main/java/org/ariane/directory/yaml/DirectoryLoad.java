package org.ariane.directory.yaml;

import java.util.List;
import org.ariane.directory.Directory;

/// What came of reading a folder: all of it, or nothing and why.
public sealed interface DirectoryLoad {
  /// A directory without a single problem.
  record Loaded(Directory directory) implements DirectoryLoad {}

  /// Every problem found, in the order of files and lines; never empty.
  record Rejected(List<DirectoryProblem> problems) implements DirectoryLoad {
    public Rejected {
      problems = List.copyOf(problems);
    }
  }
}
