package org.ariane.router.dispatch.lane;

import java.util.List;
import org.ariane.router.dispatch.Background;
import org.ariane.router.exclusion.Exclusion;
import org.ariane.router.exclusion.ExclusionStore;
import org.ariane.router.redlist.RedList;
import org.ariane.router.redlist.RedListQuery;

/// [Background] from all that is kept of phones, places and addresses.
final class BackgroundOfAll implements Background {
  private final RedList redList;
  private final ExclusionStore exclusions;

  BackgroundOfAll(RedList redList, ExclusionStore exclusions) {
    this.redList = redList;
    this.exclusions = exclusions;
  }

  @Override
  public Known of(RedListQuery query) {
    return new Known(
        redList.look(query),
        List.of(),
        exclusions.of(query.phone()).stream()
            .filter(Exclusion::inForce)
            .map(Exclusion::excluded)
            .toList());
  }
}
