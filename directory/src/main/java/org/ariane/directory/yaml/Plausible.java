package org.ariane.directory.yaml;

import java.util.Map;
import java.util.Optional;
import org.ariane.directory.place.Country;
import org.locationtech.jts.geom.Envelope;

/// Whether a point can be meant: on the globe, and not turned round. Turned round is one that lies
/// outside its country as written and inside when lat and lon change places.
final class Plausible {
  private static final Map<Country, Envelope> LON_LAT =
      Map.of(
          Country.FR, new Envelope(-5.5, 10, 41, 51.5),
          Country.BE, new Envelope(2.3, 6.6, 49.3, 51.7));

  private Plausible() {}

  static Optional<String> problem(Country country, double lon, double lat) {
    Envelope box = LON_LAT.getOrDefault(country, new Envelope());
    boolean onGlobe = Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
    if (!box.contains(lon, lat) && box.contains(lat, lon)) {
      return Optional.of("lat and lon are swapped (GeoJSON is lon lat)");
    }
    return onGlobe ? Optional.empty() : Optional.of("not a point on the globe");
  }
}
