package org.ariane.directory.yaml;

import java.util.Comparator;
import java.util.Optional;
import org.ariane.directory.service.ServiceId;

/// One thing that is wrong in the files, for the person who wrote them.
///
/// @param file relative to the folder, with `/`
/// @param line counted from 1; 1 also for what concerns the file as a whole
/// @param reason plain English; never quotes numbers or positions
/// @param about the service without which, or without a part of which, it would be right; empty
///   where it concerns none
public record DirectoryProblem(String file, int line, String reason, Optional<ServiceId> about)
    implements Comparable<DirectoryProblem> {
  private static final Comparator<DirectoryProblem> AS_READ =
      Comparator.comparing(DirectoryProblem::file)
          .thenComparingInt(DirectoryProblem::line)
          .thenComparing(DirectoryProblem::reason);

  public DirectoryProblem(String file, int line, String reason) {
    this(file, line, reason, Optional.empty());
  }

  @Override
  public int compareTo(DirectoryProblem other) {
    return AS_READ.compare(this, other);
  }

  @Override
  public String toString() {
    return file + ":" + line + ": " + reason;
  }
}
