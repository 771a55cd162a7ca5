package org.ariane.directory.place;

/// A point on the ground, WGS 84 degrees. Its text form is masked, since a position is personal
/// data.
///
/// @param lat -90..90
/// @param lon -180..180
public record Position(double lat, double lon) {
  private static final double EARTH_RADIUS_KM = 6371.0088;

  public Position {
    if (!(lat >= -90 && lat <= 90)) {
      throw new IllegalArgumentException("lat must lie in -90..90");
    }
    if (!(lon >= -180 && lon <= 180)) {
      throw new IllegalArgumentException("lon must lie in -180..180");
    }
  }

  /// Great-circle distance in kilometres (haversine, mean Earth radius).
  public double distanceKm(Position other) {
    double dLat = Math.toRadians(other.lat - lat);
    double dLon = Math.toRadians(other.lon - lon);
    double h =
        Math.pow(Math.sin(dLat / 2), 2)
            + Math.cos(Math.toRadians(lat))
                * Math.cos(Math.toRadians(other.lat))
                * Math.pow(Math.sin(dLon / 2), 2);
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
  }

  @Override
  public String toString() {
    return "Position[masked]";
  }
}
