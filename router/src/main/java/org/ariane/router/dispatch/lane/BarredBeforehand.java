package org.ariane.router.dispatch.lane;

import java.util.List;
import org.ariane.router.dispatch.Background;
import org.ariane.router.exclusion.Exclusion;
import org.ariane.router.exclusion.ExclusionStore;
import org.ariane.router.redlist.RedListMatch;
import org.ariane.router.redlist.RedListQuery;

/// Who is barred from cases of a phone, known beforehand.
final class BarredBeforehand implements Background {
  private final ExclusionStore exclusions;

  BarredBeforehand(ExclusionStore exclusions) {
    this.exclusions = exclusions;
  }

  @Override
  public Known of(RedListQuery query) {
    return new Known(
        RedListMatch.NONE,
        List.of(),
        exclusions.of(query.phone()).stream()
            .filter(Exclusion::inForce)
            .map(Exclusion::excluded)
            .toList());
  }
}
