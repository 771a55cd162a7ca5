package org.ariane.router.redlist;

import java.util.List;
import org.ariane.directory.place.ZoneId;
import org.ariane.router.access.Principal;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.access.Roster;

/// Who answers for the list of a zone, and is told when a review is overdue.
public record Referents(Roster roster) {
  public List<PrincipalId> of(ZoneId zone) {
    return roster.all().stream()
        .filter(account -> account.isReferentOf(zone))
        .map(Principal::id)
        .toList();
  }
}
