package org.ariane.router.redlist;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.place.ZoneId;
import org.ariane.router.audit.AuditEntry;

/// Keeps entries and the legal bases of zones. A change and its lines of the audit log are stored
/// together or not at all. All calls throw when the store is away.
public interface RedListStore extends RedList {
  /// False when something was changed by somebody else since it was read; then nothing is done.
  boolean write(List<Write> writes, List<AuditEntry> audit);

  Optional<RedListEntry> find(RedListEntryId id);

  /// All entries that match any term of the query, whether or not their zones are on.
  List<RedListEntry> search(RedListQuery query);

  List<RedListEntry> ofZone(ZoneId zone);

  /// Entries to be reviewed on that day or before.
  List<RedListEntry> toReview(LocalDate until);

  /// How many are overdue on that day.
  long overdue(LocalDate today);

  /// Entries that wait for a second registrar.
  List<RedListEntry> proposed();

  LegalBasis.OfZone basis(ZoneId zone);

  /// One change.
  sealed interface Write {
    /// Adds or replaces; the version is that which was read.
    record Put(RedListEntry entry) implements Write {}

    record Remove(RedListEntry entry) implements Write {}

    /// Replaces what `basis.stored()` says was read.
    record Basis(ZoneId zone, LegalBasis.OfZone basis) implements Write {}
  }
}
