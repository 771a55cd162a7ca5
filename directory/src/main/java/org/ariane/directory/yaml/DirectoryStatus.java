package org.ariane.directory.yaml;

import java.time.Instant;
import java.util.List;

/// How the directory in force stands to its files.
///
/// @param version in force
/// @param since when it is in force
/// @param problems why the files are not in force; empty when they are
public record DirectoryStatus(String version, Instant since, List<DirectoryProblem> problems) {
  public DirectoryStatus {
    problems = List.copyOf(problems);
  }

  /// Whether the files are what is in force.
  public boolean upToDate() {
    return problems.isEmpty();
  }
}
