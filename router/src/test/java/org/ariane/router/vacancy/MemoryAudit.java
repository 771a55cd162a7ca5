package org.ariane.router.vacancy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ariane.router.audit.AuditEntry;
import org.ariane.router.audit.AuditLog;

/// An audit log in memory.
public final class MemoryAudit implements AuditLog {
  private final List<AuditEntry> entries = new ArrayList<>();

  /// By whom, what, about what.
  public List<String> lines() {
    return entries.stream()
        .map(entry -> entry.by() + " " + entry.action() + " " + entry.about())
        .toList();
  }

  @Override
  public void record(List<AuditEntry> more) {
    entries.addAll(more);
  }

  @Override
  public Page list(long after, Optional<String> about) {
    return new Page(List.of(), Optional.empty());
  }

  @Override
  public Verdict verify() {
    return new Verdict.Whole(entries.size());
  }

  @Override
  public long pending() {
    return 0;
  }
}
