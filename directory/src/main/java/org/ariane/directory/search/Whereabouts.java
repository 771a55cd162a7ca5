package org.ariane.directory.search;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ariane.directory.place.Country;
import org.ariane.directory.place.Position;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.place.Zone;
import org.ariane.directory.place.ZoneId;
import org.ariane.directory.place.ZoneIndex;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/// Where the person is, as far as the query tells. Of position and postcode the position is the
/// more exact; the postcode speaks where the position lies in no zone, and for zones without area.
///
/// @param zones that hold her, smallest first
/// @param point to measure distances from: her position, or else the middle of a zone that is no
///   larger than a town
record Whereabouts(
    Optional<Position> position,
    Optional<Postcode> postcode,
    List<Zone> zones,
    Optional<Country> country,
    Optional<Position> point) {
  /// About 25 km; beyond, the middle of a zone says nothing of a person in it.
  private static final double TOWN_DEGREES = 0.3;

  /// Whether she is somewhere.
  enum Answer {
    INSIDE,
    OUTSIDE,
    UNKNOWN
  }

  static Whereabouts of(ServiceQuery query, ZoneIndex index) {
    List<Zone> byPosition = query.position().map(index::allAt).orElse(List.of());
    List<Zone> byPostcode = query.postcode().map(index::allOf).orElse(List.of());
    Predicate<Zone> counts = zone -> byPosition.isEmpty() || zone.area().isEmpty();
    List<Zone> zones =
        Stream.concat(byPosition.stream(), byPostcode.stream().filter(counts)).distinct().toList();
    Optional<Country> country =
        zones.stream()
            .findFirst()
            .map(Zone::country)
            .or(() -> query.postcode().map(Postcode::country));
    Optional<Position> point =
        query.position().or(() -> zones.stream().findFirst().flatMap(Whereabouts::middleOfTown));
    return new Whereabouts(query.position(), query.postcode(), zones, country, point);
  }

  private static Optional<Position> middleOfTown(Zone zone) {
    return zone.area()
        .filter(Whereabouts::isTown)
        .map(Geometry::getCentroid)
        .map((Point middle) -> new Position(middle.getY(), middle.getX()));
  }

  private static boolean isTown(Geometry area) {
    Envelope box = area.getEnvelopeInternal();
    return box.getWidth() < TOWN_DEGREES && box.getHeight() < TOWN_DEGREES;
  }

  boolean known() {
    return position.isPresent() || postcode.isPresent();
  }

  Answer in(ZoneId id, Optional<Zone> zone) {
    if (zones.stream().anyMatch(held -> held.id().equals(id))) {
      return Answer.INSIDE;
    }
    boolean outside =
        zone.filter(other ->
                (position.isPresent() && other.area().isPresent())
                    || (postcode.isPresent() && !other.postcodes().isEmpty())
                    || country.filter(known -> !known.equals(other.country())).isPresent())
            .isPresent();
    return outside ? Answer.OUTSIDE : Answer.UNKNOWN;
  }
}
