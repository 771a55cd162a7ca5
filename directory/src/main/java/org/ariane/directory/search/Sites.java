package org.ariane.directory.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
    return new From(point.map(Sites::onSphere).orElse(new double[0]));
  }

  /// The same ordinals: those that stand nowhere first, ascending, then the others, neighbours in
  /// runs of 64 (sort-tile-recursive, by longitude, then latitude).
  int[] byNeighbourhood(int[] ordinals) {
    int[] nowhere = Arrays.stream(ordinals).filter(ordinal -> !has(ordinal)).toArray();
    Integer[] sited = Arrays.stream(ordinals).filter(this::has).boxed().toArray(Integer[]::new);
    Arrays.sort(sited, Comparator.comparingDouble(this::longitude).thenComparing(i -> i));
    int slice = Long.SIZE * (int) Math.ceil(Math.sqrt(Bits.words(sited.length)));
    for (int from = 0; from < sited.length; from += slice) {
      int to = Math.min(from + slice, sited.length);
      Arrays.sort(
          sited,
          from,
          to,
          Comparator.comparingDouble((Integer i) -> xyz[3 * i + 2]).thenComparing(i -> i));
    }
    return IntStream.concat(
            Arrays.stream(nowhere), Arrays.stream(sited).mapToInt(Integer::intValue))
        .toArray();
  }

  private double longitude(int ordinal) {
    return Math.atan2(xyz[3 * ordinal + 1], xyz[3 * ordinal]);
  }

  /// A ball around those of each run of so many that stand somewhere.
  Balls balls(int[] ordinals, int run) {
    double[] balls = new double[Balls.SIZE * ((ordinals.length + run - 1) / run)];
    for (int at = 0; at < balls.length; at += Balls.SIZE) {
      int from = at / Balls.SIZE * run;
      int[] some =
          Arrays.stream(ordinals, from, Math.min(from + run, ordinals.length))
              .filter(this::has)
              .toArray();
      From middle = new From(middle(some));
      System.arraycopy(middle.here, 0, balls, at, middle.here.length);
      balls[at + Balls.RADIUS] =
          Math.sqrt(Arrays.stream(some).mapToDouble(middle::square).max().orElse(0));
    }
    return new Balls(balls);
  }

  private double[] middle(int[] ordinals) {
    return IntStream.range(0, 3)
        .mapToDouble(axis ->
            Arrays.stream(ordinals)
                .mapToDouble(ordinal -> xyz[3 * ordinal + axis])
                .average()
                .orElse(Double.NaN))
        .toArray();
  }

  /// One for each run: the middle, then the radius. The middle of an empty one is not a number.
  static final class Balls {
    private static final int SIZE = 4;
    private static final int RADIUS = 3;

    private final double[] all;

    private Balls(double[] all) {
      this.all = all;
    }
  }

  /// From whom distances are measured, within one question on one thread.
  final class From {
    private final double[] here;
    private double lastKm = -1;
    private double lastSquare;

    private From(double[] here) {
      this.here = here;
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

    /// Whether it is certainly farther away than that.
    boolean isBeyond(int ordinal, double km) {
      return km < EARTH_RADIUS_KM && square(ordinal) > squareOfChord(km);
    }

    /// Whether all that stand in a ball certainly are; where none does, they are.
    boolean isBeyond(Balls balls, int ball, double km) {
      int at = ball * Balls.SIZE;
      if (Double.isNaN(balls.all[at])) {
        return true;
      }
      double gap = Math.sqrt(square(balls.all, at)) - balls.all[at + Balls.RADIUS];
      return km < EARTH_RADIUS_KM && gap > 0 && gap * gap > squareOfChord(km);
    }

    /// The ball whose middle is the nearest; the first where nobody knows.
    int nearest(Balls balls) {
      int nearest = 0;
      double least = Double.MAX_VALUE;
      for (int at = 0; known() && at < balls.all.length; at += Balls.SIZE) {
        double square = square(balls.all, at);
        if (square < least) {
          least = square;
          nearest = at / Balls.SIZE;
        }
      }
      return nearest;
    }

    private double square(int ordinal) {
      return square(xyz, 3 * ordinal);
    }

    private double square(double[] points, int at) {
      double x = points[at] - here[0];
      double y = points[at + 1] - here[1];
      double z = points[at + 2] - here[2];
      return x * x + y * y + z * z;
    }

    private double squareOfChord(double km) {
      if (km != lastKm) {
        double chord = 2 * Math.sin((km + SLACK_KM) / (2 * EARTH_RADIUS_KM));
        lastKm = km;
        lastSquare = chord * chord;
      }
      return lastSquare;
    }
  }
}
