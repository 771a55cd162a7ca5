package org.ariane.directory.search;

import java.time.Instant;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ariane.directory.service.Places;
import org.ariane.directory.service.SaidPlaces;

/// One question on its way through the scopes, with the best found so far.
///
/// @param fit how each sort of service fits her
/// @param answers what each reach answers in her language
/// @param channel the number of the channel that she wants
/// @param said words on free places that count beside the records
/// @param telling of whom a record or a word tells how many places are free
record Hunt(
    ServiceTable table,
    Fits.Fit fit,
    Answers answers,
    int channel,
    Whereabouts whereabouts,
    Sites.From from,
    Wishes wishes,
    SaidPlaces said,
    BitSet telling,
    Instant at,
    Top top) {
  private static final int CLOSED = 1 << 6;
  private static final int FULL = 1 << 5;
  private static final int UNMET = 1 << 4;
  private static final int PLACE = 3;
  private static final List<CoveragePolicy.Fit> PLACES =
      Stream.of(CoveragePolicy.Fit.values())
          .sorted(Comparator.comparingInt(CoveragePolicy.Fit::rank))
          .toList();

  /// What stands before what; the distance and the id decide between equals.
  static int rank(boolean open, boolean languageMet, int publicFit, CoveragePolicy.Fit place) {
    return (open ? 0 : CLOSED) | (languageMet ? 0 : UNMET) | (publicFit << 2) | place.rank();
  }

  private static CoveragePolicy.Fit placeFit(int rank) {
    return PLACES.get(rank & PLACE);
  }

  /// Negative where it would not take her or cannot be reached as she wants.
  int fit(int ordinal) {
    return reach(ordinal) < 0 ? -1 : fit.of(table.sort(ordinal));
  }

  int reach(int ordinal) {
    return table.reach(ordinal, channel);
  }

  Lasting open(int ordinal) {
    return table.reaches().open(reach(ordinal), at);
  }

  Lasting spokenNow(int ordinal) {
    return answers.spokenNow(reach(ordinal), at);
  }

  Answer told(int ordinal) {
    return answers.told(reach(ordinal), at);
  }

  private Optional<Places> places(int ordinal) {
    return telling.get(ordinal)
        ? LoadPolicy.known(table.service(ordinal), said, at)
        : Optional.empty();
  }

  private boolean full(int ordinal) {
    return telling.get(ordinal) && LoadPolicy.full(table.service(ordinal), said, at);
  }

  /// @param least its rank, or less where it is full
  void offer(int ordinal, int least) {
    // Most services are turned down here, so nothing of the record is read before it must be.
    if (top.isAbove(least)
        || (wishes.herLanguageOnly()
            && WishPolicy.languageRefused(table.service(ordinal), wishes, (least & UNMET) == 0))) {
      return;
    }
    int rank = full(ordinal) ? least | FULL : least;
    double distance = Double.MAX_VALUE;
    if (from.measures(ordinal)) {
      if (from.isBeyond(ordinal, top.reach(rank))) {
        return;
      }
      distance = from.tenths(ordinal);
      if (distance < 0) {
        distance =
            CoveragePolicy.distanceKm(table.service(ordinal), whereabouts).orElse(Double.MAX_VALUE);
      }
    }
    top.offer(rank, distance, table.turn(ordinal), ordinal);
  }

  /// The one found at a place of [#top]. Of the service itself no more is read than must be, since
  /// it lies anywhere in memory.
  ServiceMatch match(int found) {
    int ordinal = top.ordinal(found);
    double distance = top.distance(found);
    return ServiceSearch.match(
        table.service(ordinal),
        told(ordinal),
        fit.told(table.sort(ordinal)),
        placeFit(top.rank(found)),
        places(ordinal),
        at,
        distance == Double.MAX_VALUE ? Optional.empty() : Optional.of(distance));
  }
}
