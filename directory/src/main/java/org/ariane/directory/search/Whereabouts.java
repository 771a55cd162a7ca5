package org.ariane.directory.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.place.Country;
import org.ariane.directory.place.Position;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.place.Zone;
import org.ariane.directory.place.ZoneId;
import org.ariane.directory.place.ZoneIndex;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/// Where the person is, as far as the query tells. Of position and postcode the position is the
/// more exact; the postcode speaks where the position lies in no zone, and for zones without area.
///
/// @param position hers, or else a point in the middle of her commune
/// @param zones that hold her, smallest first
/// @param point to measure distances from: her position, or else the middle of a zone that is no
///   larger than a town
record Whereabouts(
    Optional<Position> position,
    Optional<Postcode> postcode,
    List<Zone> zones,
    Optional<Country> country,
    Optional<Position> point,
    ZoneIndex index) {
  /// About 25 km; beyond, the middle of a zone says nothing of a person in it.
  private static final double TOWN_DEGREES = 0.3;

  /// Whether she is somewhere.
  enum Answer {
    INSIDE,
    OUTSIDE,
    UNKNOWN
  }

  static Whereabouts of(ServiceQuery query, ZoneIndex index) {
    Optional<Position> spot = query.position().or(() -> query.commune().flatMap(index::middle));
    List<Zone> byPosition = spot.map(index::allAt).orElse(List.of());
    if (byPosition.isEmpty()) {
      byPosition = query.commune().map(index::allOf).orElse(List.of());
    }
    List<Zone> byPostcode = query.postcode().map(index::allOf).orElse(List.of());
    List<Zone> zones = byPosition;
    if (byPosition.isEmpty()) {
      zones = byPostcode;
    } else if (!byPostcode.isEmpty()) {
      zones = new ArrayList<>(byPosition);
      for (Zone zone : byPostcode) {
        if (!index.placedByPosition(zone) && !has(byPosition, zone.id())) {
          zones.add(zone);
        }
      }
    }
    List<Zone> held = List.copyOf(zones);
    Optional<Country> country =
        held.stream()
            .findFirst()
            .map(Zone::country)
            .or(() -> query.postcode().map(Postcode::country));
    Optional<Position> point =
        spot.or(() -> held.stream().findFirst().flatMap(zone -> middleOfTown(zone, index)));
    return new Whereabouts(spot, query.postcode(), held, country, point, index);
  }

  private static Optional<Position> middleOfTown(Zone zone, ZoneIndex index) {
    return zone.area().filter(Whereabouts::isTown).flatMap(area -> index.middle(zone));
  }

  private static boolean has(List<Zone> zones, ZoneId id) {
    for (Zone zone : zones) {
      if (zone.id().equals(id)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTown(Geometry area) {
    Envelope box = area.getEnvelopeInternal();
    return box.getWidth() < TOWN_DEGREES && box.getHeight() < TOWN_DEGREES;
  }

  boolean known() {
    return position.isPresent() || postcode.isPresent();
  }

  boolean isIn(ZoneId id) {
    return has(zones, id);
  }

  Answer in(ZoneId id, Optional<Zone> zone) {
    if (isIn(id)) {
      return Answer.INSIDE;
    }
    boolean outside =
        zone.filter(other ->
                isOutside(
                    index.placedByPosition(other), index.placedByPostcode(other), other.country()))
            .isPresent();
    return outside ? Answer.OUTSIDE : Answer.UNKNOWN;
  }

  /// Whether what is known of her tells that she is not in a zone which does not hold her: a
  /// position does, of a zone whose area is known; a postcode, of one whose postcodes are; and she
  /// is in one country only.
  boolean isOutside(boolean placedByPosition, boolean placedByPostcode, Country of) {
    return (position.isPresent() && placedByPosition)
        || (postcode.isPresent() && placedByPostcode)
        || country.filter(known -> !known.equals(of)).isPresent();
  }
}
