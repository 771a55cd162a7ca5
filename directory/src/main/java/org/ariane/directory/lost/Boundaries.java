package org.ariane.directory.lost;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ariane.directory.place.Postcode;
import org.locationtech.jts.geom.Geometry;

/// Draws where answers hold, and keeps what was drawn or referred to last. Drawing is done by one
/// thread at a time, so that nobody can keep all of them busy with it.
final class Boundaries {
  private static final int MAX_DRAWN = 64;
  private static final int MAX_REFERRED = 10_000;
  private static final int MAX_ADDRESSES = 200;

  private final Map<String, Optional<Geometry>> drawn = bounded(MAX_DRAWN);
  private final Map<String, Region> referred = bounded(MAX_REFERRED);

  private static <V> Map<String, V> bounded(int size) {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > size;
      }
    };
  }

  /// Of an answer to a point or shape; empty where nothing can be drawn.
  synchronized Optional<Boundary> geodetic(Offer offer, boolean byValue, Outlines outlines) {
    Optional<Region> region = offer.region();
    if (byValue) {
      return region.flatMap(each -> draw(each, outlines)).map(Boundary.Outline::new);
    }
    // A reference that nobody could follow is none.
    Optional<Region> kept =
        region.filter(each -> referred.containsKey(each.key()) || outlines.drawable(each));
    kept.ifPresent(each -> referred.put(each.key(), each));
    return kept.map(each -> new Boundary.Reference(each.key()));
  }

  /// What a reference means; empty where it is not known any more.
  synchronized Optional<Geometry> of(String key, Catalogue catalogue, Outlines outlines) {
    return Optional.ofNullable(referred.get(key))
        .or(() -> catalogue.region(key))
        .flatMap(region -> draw(region, outlines));
  }

  synchronized void forget() {
    drawn.clear();
    referred.clear();
  }

  private Optional<Geometry> draw(Region region, Outlines outlines) {
    Optional<Geometry> known = drawn.getOrDefault(region.key(), Optional.empty());
    if (known.isPresent()) {
      return known;
    }
    Optional<Geometry> fresh = outlines.of(region);
    drawn.put(region.key(), fresh);
    return fresh;
  }

  /// Of an answer to a postcode: it and the others of its zone that have the same answer, or it
  /// alone where the zone has more than 200.
  static Optional<Boundary> civic(Offer offer, Standpoint place, Catalogue catalogue, Atlas atlas) {
    if (place.postcode().isEmpty()) {
      return Optional.empty();
    }
    Postcode own = place.postcode().get();
    Stream<Postcode> others =
        place.zones().stream()
            .limit(1)
            .flatMap(zone -> zone.postcodes().stream())
            .filter(other -> !other.equals(own));
    List<Postcode> near = others.limit(MAX_ADDRESSES + 1L).toList();
    Stream<Postcode> same =
        (near.size() > MAX_ADDRESSES ? Stream.<Postcode>empty() : near.stream())
            .filter(other ->
                catalogue
                    .offer(offer.service(), Standpoint.of(other, atlas.of(other)))
                    .filter(found -> found.id().equals(offer.id()))
                    .isPresent())
            .sorted(Comparator.comparing(Postcode::digits));
    return Optional.of(
        new Boundary.Addresses(
            Stream.concat(Stream.of(own), same).map(Boundaries::labels).toList()));
  }

  private static Map<String, String> labels(Postcode postcode) {
    return Map.of("country", postcode.country().code(), "PC", postcode.digits());
  }
}
