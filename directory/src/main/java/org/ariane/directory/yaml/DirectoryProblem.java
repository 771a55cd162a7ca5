package org.ariane.directory.yaml;

import java.util.Comparator;

/// One thing that is wrong in the files, for the person who wrote them.
///
/// @param file relative to the folder, with `/`
/// @param line counted from 1; 1 also for what concerns the file as a whole
/// @param reason plain English; never quotes numbers or positions
public record DirectoryProblem(String file, int line, String reason)
    implements Comparable<DirectoryProblem> {
  private static final Comparator<DirectoryProblem> AS_READ =
      Comparator.comparing(DirectoryProblem::file)
          .thenComparingInt(DirectoryProblem::line)
          .thenComparing(DirectoryProblem::reason);

  @Override
  public int compareTo(DirectoryProblem other) {
    return AS_READ.compare(this, other);
  }

  @Override
  public String toString() {
    return file + ":" + line + ": " + reason;
  }
}
