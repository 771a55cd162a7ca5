package org.ariane.router.audit;

import java.util.Optional;
import org.ariane.router.audit.Link.Tail;

/// Remembers, outside the store, how far the chain went, so that lines missing at its end are
/// noticed.
public interface AuditAnchor {
  Optional<Tail> read();

  void write(Tail tail);

  /// Remembers nothing.
  static AuditAnchor none() {
    return new AuditAnchor() {
      @Override
      public Optional<Tail> read() {
        return Optional.empty();
      }

      @Override
      public void write(Tail tail) {}
    };
  }
}
