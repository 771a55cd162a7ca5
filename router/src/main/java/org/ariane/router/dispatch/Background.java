package org.ariane.router.dispatch;

import java.util.List;
import java.util.Optional;
import org.ariane.router.access.Affiliation;
import org.ariane.router.alarm.AlarmId;
import org.ariane.router.redlist.RedList;
import org.ariane.router.redlist.RedListMatch;
import org.ariane.router.redlist.RedListQuery;

/// What is known beforehand of a phone, a place or an address. Takes the same path and the same
/// work whether or not anything is known.
@FunctionalInterface
public interface Background {
  /// Throws [LogUnavailableException] when it cannot be read.
  Known of(RedListQuery query);

  /// What is known.
  ///
  /// @param orders of courts that are in force
  /// @param barred who must not see or be sent to it
  record Known(RedListMatch redList, List<CourtOrder> orders, List<Affiliation> barred) {
    public static final Known NOTHING = new Known(RedListMatch.NONE, List.of(), List.of());

    public Known {
      orders = List.copyOf(orders);
      barred = List.copyOf(barred);
    }

    /// What the audit says of the match.
    Optional<Commit.Matched> matched(AlarmId alarm) {
      return redList.gravest().map(entry -> new Commit.Matched(entry.id(), alarm));
    }
  }

  /// The red list alone.
  static Background of(RedList redList) {
    return query -> new Known(redList.look(query), List.of(), List.of());
  }
}
