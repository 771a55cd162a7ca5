package org.ariane.directory.exchange;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ariane.directory.place.Country;
import org.locationtech.jts.geom.Envelope;

/// Boxes in lon lat that hold all of a country, overseas departments too, with some sea around. No
/// box of a country holds a point of it with lat and lon changed, so what is turned round is seen.
public final class Outside {
  private static final Map<Country, List<Envelope>> BOXES =
      Map.of(
          Country.FR,
          List.of(
              new Envelope(-5.5, 10, 41, 51.5),
              new Envelope(-62, -60.5, 14.2, 18.3),
              new Envelope(-55, -51, 2, 6.2),
              new Envelope(44.8, 56.2, -21.7, -12.4),
              new Envelope(-56.8, -56, 46.5, 47.3)),
          Country.BE,
          List.of(new Envelope(2.3, 6.6, 49.3, 51.7)));

  private Outside() {}

  /// Why such a point cannot be meant; empty where it can.
  public static Optional<String> of(Country country, double lat, double lon) {
    if (Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && holds(country, lat, lon)) {
      return Optional.empty();
    }
    if (Math.abs(lat) <= 180 && Math.abs(lon) <= 90 && holds(country, lon, lat)) {
      return Optional.of("lat and lon are swapped");
    }
    return Optional.of(
        Math.abs(lat) <= 90 && Math.abs(lon) <= 180
            ? "lies outside " + country.code()
            : "not a point on the globe");
  }

  /// Of a country without boxes every point may be meant.
  private static boolean holds(Country country, double lat, double lon) {
    return !BOXES.containsKey(country)
        || BOXES.get(country).stream().anyMatch(box -> box.contains(lon, lat));
  }
}
