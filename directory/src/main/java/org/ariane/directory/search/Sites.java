package org.ariane.directory.search;

import java.util.List;
import java.util.Optional;
import org.ariane.directory.place.Position;
import org.ariane.directory.service.Service;

/// Where services stand, as points on the unit sphere: whether one is near enough to be measured
/// costs three multiplications. Those without a public site are nowhere.
final class Sites {
  private static final double EARTH_RADIUS_KM = 6371.0088;

  /// More than the rounding to a tenth of a kilometre and the error of the arithmetic.
  private static final double SLACK_KM = 0.2;

  private final double[] xyz;

  Sites(List<Service> services) {
    xyz = new double[services.size() * 3];
    for (int i = 0; i < services.size(); i++) {
      double[] at =
          services.get(i).site().map(Sites::onSphere).orElse(new double[] {Double.NaN, 0, 0});
      System.arraycopy(at, 0, xyz, 3 * i, 3);
    }
  }

  private static double[] onSphere(Position position) {
    double lat = Math.toRadians(position.lat());
    double lon = Math.toRadians(position.lon());
    return new double[] {
      Math.cos(lat) * Math.cos(lon), Math.cos(lat) * Math.sin(lon), Math.sin(lat)
    };
  }

  boolean has(int ordinal) {
    return !Double.isNaN(xyz[3 * ordinal]);
  }

  From from(Optional<Position> point) {
    return new From(point);
  }

  /// From whom distances are measured, within one question on one thread.
  final class From {
    private final double[] here;
    private double lastKm = -1;
    private double lastSquare;

    From(Optional<Position> point) {
      here = point.map(Sites::onSphere).orElse(new double[0]);
    }

    boolean known() {
      return here.length > 0;
    }

    boolean measures(int ordinal) {
      return here.length > 0 && has(ordinal);
    }

    /// The distance as [CoveragePolicy] rounds it, to a tenth of a kilometre; negative where it
    /// lies so near to the border of two tenths, or so far away, that it must be worked out in
    /// full.
    double tenths(int ordinal) {
      double half = Math.sqrt(square(ordinal)) / 2;
      if (half > 0.2) {
        return -1;
      }
      double x = half * half;
      // The series of the arc sine; what is left out is less than a centimetre.
      double arc =
          half * (1 + x * (1.0 / 6 + x * (3.0 / 40 + x * (15.0 / 336 + x * (105.0 / 3456)))));
      double tenths = 2 * EARTH_RADIUS_KM * arc * 10;
      double past = tenths - Math.floor(tenths);
      return Math.abs(past - 0.5) < 0.001 ? -1 : Math.round(tenths) / 10.0;
    }

    private double square(int ordinal) {
      double x = xyz[3 * ordinal] - here[0];
      double y = xyz[3 * ordinal + 1] - here[1];
      double z = xyz[3 * ordinal + 2] - here[2];
      return x * x + y * y + z * z;
    }

    /// Whether it is certainly farther away than that.
    boolean isBeyond(int ordinal, double km) {
      if (km >= EARTH_RADIUS_KM) {
        return false;
      }
      if (km != lastKm) {
        double chord = 2 * Math.sin((km + SLACK_KM) / (2 * EARTH_RADIUS_KM));
        lastKm = km;
        lastSquare = chord * chord;
      }
      return square(ordinal) > lastSquare;
    }
  }
}
