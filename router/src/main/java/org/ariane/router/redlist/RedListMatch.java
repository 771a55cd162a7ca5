package org.ariane.router.redlist;

import java.util.Optional;

/// What came of a look: nothing, or the gravest entry that matches.
///
/// @param entries how many matched, for the audit
public record RedListMatch(Optional<RedListEntry> gravest, int entries) {
  public static final RedListMatch NONE = new RedListMatch(Optional.empty(), 0);

  public Optional<RedListMark> mark() {
    return gravest.map(RedListEntry::mark);
  }
}
