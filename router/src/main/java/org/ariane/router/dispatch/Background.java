package org.ariane.router.dispatch;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ariane.router.access.Affiliation;
import org.ariane.router.danger.DangerAssessment;
import org.ariane.router.order.CourtOrder;
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
  /// @param assessment of danger, from an earlier contact
  record Known(
      RedListMatch redList,
      List<CourtOrder> orders,
      List<Affiliation> barred,
      Optional<DangerAssessment> assessment) {
    public static final Known NOTHING = new Known(RedListMatch.NONE, List.of(), List.of());

    /// Without an assessment.
    public Known(RedListMatch redList, List<CourtOrder> orders, List<Affiliation> barred) {
      this(redList, orders, barred, Optional.empty());
    }

    public Known {
      orders = List.copyOf(orders);
      barred = List.copyOf(barred);
    }

    /// All of both. Of the red list only one side may know something.
    public Known and(Known other) {
      return new Known(
          redList.gravest().isPresent() ? redList : other.redList,
          CourtOrder.union(orders, other.orders),
          Stream.concat(barred.stream(), other.barred.stream()).distinct().toList(),
          assessment.map(own -> other.assessment.map(own::and).orElse(own)).or(other::assessment));
    }
  }
}
