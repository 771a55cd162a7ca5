package org.ariane.router.audit;

import java.util.List;
import java.util.Optional;

/// The log of what people did and saw. Append-only. All calls throw when the store is away: what
/// must be audited is then not done.
public interface AuditLog {
  /// On disk, and part of the chain, when it returns.
  void record(List<AuditEntry> entries);

  default void record(AuditEntry entry) {
    record(List.of(entry));
  }

  /// Oldest first.
  ///
  /// @param after number of the last line that is already known, 0 for none
  /// @param about an id that lines must be about; empty for all lines
  Page list(long after, Optional<String> about);

  /// Walks the whole chain.
  Verdict verify();

  /// Lines that are written but not in the chain yet.
  long pending();

  /// Some lines.
  ///
  /// @param next what to pass as `after` for the lines behind these; empty at the end
  record Page(List<Link> lines, Optional<Long> next) {
    public Page {
      lines = List.copyOf(lines);
    }
  }

  /// What a walk found.
  sealed interface Verdict {
    /// Nothing is amiss.
    ///
    /// @param lines how many there are, all in order
    record Whole(long lines) implements Verdict {}

    /// Something is.
    ///
    /// @param line the first that is not as it was written
    record Broken(long line, String why) implements Verdict {}
  }
}
