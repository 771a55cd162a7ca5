package org.ariane.directory.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.place.Country;
import org.ariane.directory.place.Position;
import org.ariane.directory.place.Zone;
import org.ariane.directory.place.ZoneId;
import org.ariane.directory.service.Coverage;
import org.ariane.directory.service.Coverage.InZones;
import org.ariane.directory.service.Coverage.Nationwide;
import org.ariane.directory.service.Service;

/// Local before national, and nobody is sent to a service that does not take people from there.
/// Where the place is unknown the national ones come first, since they take her wherever she is.
final class CoveragePolicy {
  private CoveragePolicy() {}

  enum Fit {
    LOCAL(0),
    NATIONAL(1),
    PERHAPS(2);

    private final int rank;

    Fit(int rank) {
      this.rank = rank;
    }

    /// The lesser comes first.
    int rank() {
      return rank;
    }
  }

  static Optional<Reason> against(
      Service service, Whereabouts whereabouts, Map<ZoneId, Zone> zones) {
    return switch (answer(service.coverage(), whereabouts, zones)) {
      case OUTSIDE -> Optional.of(new Reason("place", "Does not take people from there"));
      case INSIDE, UNKNOWN -> Optional.empty();
    };
  }

  static Fit fit(Service service, Whereabouts whereabouts) {
    return switch (service.coverage()) {
      case Nationwide _ -> Fit.NATIONAL;
      case InZones(Set<ZoneId> ids) ->
          ids.stream().anyMatch(whereabouts::isIn) ? Fit.LOCAL : Fit.PERHAPS;
    };
  }

  static Optional<Reason> reason(Fit fit) {
    return switch (fit) {
      case NATIONAL -> Optional.empty();
      case LOCAL -> Optional.of(new Reason("place", "Takes people from there"));
      case PERHAPS ->
          Optional.of(new Reason("place.unknown", "Takes people from its own area only"));
    };
  }

  private static Whereabouts.Answer answer(
      Coverage coverage, Whereabouts whereabouts, Map<ZoneId, Zone> zones) {
    return switch (coverage) {
      case Nationwide(Set<Country> countries) ->
          whereabouts
              .country()
              .map(country ->
                  countries.contains(country)
                      ? Whereabouts.Answer.INSIDE
                      : Whereabouts.Answer.OUTSIDE)
              .orElse(Whereabouts.Answer.UNKNOWN);
      case InZones(Set<ZoneId> ids) -> {
        List<Whereabouts.Answer> answers =
            ids.stream()
                .map(id -> whereabouts.in(id, Optional.ofNullable(zones.get(id))))
                .sorted()
                .toList();
        yield answers.contains(Whereabouts.Answer.INSIDE)
            ? Whereabouts.Answer.INSIDE
            : answers.contains(Whereabouts.Answer.UNKNOWN)
                ? Whereabouts.Answer.UNKNOWN
                : Whereabouts.Answer.OUTSIDE;
      }
    };
  }

  /// Kilometres to one decimal; more would say where she is.
  static Optional<Double> distanceKm(Service service, Whereabouts whereabouts) {
    Optional<Position> site = service.site();
    return site.flatMap(
        place -> whereabouts.point().map(point -> Math.round(point.distanceKm(place) * 10) / 10.0));
  }
}
