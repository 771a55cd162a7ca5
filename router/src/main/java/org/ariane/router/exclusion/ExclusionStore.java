package org.ariane.router.exclusion;

import java.util.List;
import java.util.Optional;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.router.audit.AuditEntry;

/// Keeps exclusions. A change and its line in the audit are stored together. Every call may throw
/// [org.ariane.router.dispatch.LogUnavailableException].
public interface ExclusionStore {
  /// Durable when it returns.
  void put(Exclusion exclusion, AuditEntry line);

  Optional<Exclusion> find(ExclusionId id);

  List<Exclusion> all();

  /// Those of a phone. The same work whether or not there are any.
  List<Exclusion> of(Optional<PhoneNumber> phone);
}
