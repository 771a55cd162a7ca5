package org.ariane.router.redlist;

import java.util.List;
import java.util.Optional;
import org.ariane.router.access.PrincipalId;

/// Keeps entries and the trail of who read or changed them. A change and its trace are stored
/// together. All calls throw when the store is away.
public interface RedListStore extends RedList {
  void add(RedListEntry entry, Trace trace);

  Optional<RedListEntry> find(RedListEntryId id);

  /// Replaces an entry whose `removalAskedBy` changed.
  void replace(RedListEntry entry, Trace trace);

  void remove(RedListEntry entry, Trace trace);

  /// All entries that match any term of the query.
  List<RedListEntry> search(RedListQuery query);

  void record(Trace trace);

  /// One line of the trail.
  ///
  /// @param action `added`, `searched`, `removal-asked`, `removed`
  /// @param about id of an entry, or how many were shown; never a value that was searched for
  record Trace(PrincipalId by, String action, String about) {}
}
