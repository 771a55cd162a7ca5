package org.ariane.directory.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.CGAlgorithmsDD;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/// The border of an area, packed so that a country of communes fits in a few megabytes: eight bytes
/// a point where no coordinate has more than seven decimals (a centimetre), which loses nothing,
/// else sixteen more. A point on the border is held. Every comparison is made on the coordinates as
/// they were written, by the predicate that JTS uses, so the answer is that of JTS.
public final class Outline {
  static final double TICKS = 1e7;
  private static final int CHUNK = 16;
  private static final int BOUNDS = 3;

  /// Longitude and latitude in turns, in ten-millionths of a degree, rounded.
  private final int[] ticks;

  /// The same as written; empty where the ticks give them back.
  private final double[] exact;

  /// Rings of each part of the area: the index of the first point of each, and one beyond the last.
  private final int[][] parts;

  /// Of each chunk of edges, in order: least and greatest latitude, greatest longitude.
  private final int[] chunks;

  private final Envelope box;
  private final double area;

  private Outline(int[] ticks, double[] exact, int[][] parts, Geometry shape) {
    this.ticks = ticks;
    this.exact = exact;
    this.parts = parts;
    this.chunks = chunks(ticks, parts);
    this.box = shape.getEnvelopeInternal();
    this.area = shape.getArea();
  }

  /// Of a polygon or several in lon lat; anything else holds no point.
  public static Outline of(Geometry shape) {
    List<int[]> parts = new ArrayList<>();
    List<Coordinate> points = new ArrayList<>();
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      if (shape.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        parts.add(rings(polygon, points));
      }
    }
    int[] ticks = new int[points.size() * 2];
    double[] exact = new double[ticks.length];
    boolean lossless = true;
    for (int i = 0; i < ticks.length; i++) {
      Coordinate point = points.get(i / 2);
      exact[i] = i % 2 == 0 ? point.getX() : point.getY();
      ticks[i] = tick(exact[i]);
      lossless &= ticks[i] / TICKS == exact[i];
    }
    return new Outline(ticks, lossless ? new double[0] : exact, parts.toArray(int[][]::new), shape);
  }

  private static int[] rings(Polygon polygon, List<Coordinate> points) {
    int[] starts = new int[polygon.getNumInteriorRing() + 2];
    for (int ring = 0; ring < starts.length - 1; ring++) {
      LinearRing line = ring == 0 ? polygon.getExteriorRing() : polygon.getInteriorRingN(ring - 1);
      starts[ring] = points.size();
      points.addAll(Arrays.asList(line.getCoordinates()));
    }
    starts[starts.length - 1] = points.size();
    return starts;
  }

  static int tick(double degrees) {
    return (int) Math.round(degrees * TICKS);
  }

  private static int[] chunks(int[] ticks, int[][] parts) {
    int count = 0;
    for (int[] rings : parts) {
      for (int ring = 0; ring < rings.length - 1; ring++) {
        count += chunksOf(rings, ring);
      }
    }
    int[] chunks = new int[count * BOUNDS];
    int at = 0;
    for (int[] rings : parts) {
      for (int ring = 0; ring < rings.length - 1; ring++) {
        for (int from = rings[ring]; from < rings[ring + 1] - 1; from += CHUNK) {
          int last = Math.min(from + CHUNK, rings[ring + 1] - 1);
          chunks[at] = Integer.MAX_VALUE;
          chunks[at + 1] = Integer.MIN_VALUE;
          chunks[at + 2] = Integer.MIN_VALUE;
          for (int point = from; point <= last; point++) {
            chunks[at] = Math.min(chunks[at], ticks[2 * point + 1]);
            chunks[at + 1] = Math.max(chunks[at + 1], ticks[2 * point + 1]);
            chunks[at + 2] = Math.max(chunks[at + 2], ticks[2 * point]);
          }
          at += BOUNDS;
        }
      }
    }
    return chunks;
  }

  private static int chunksOf(int[] rings, int ring) {
    int edges = rings[ring + 1] - rings[ring] - 1;
    return (edges + CHUNK - 1) / CHUNK;
  }

  /// In square degrees.
  double area() {
    return area;
  }

  Envelope box() {
    return box;
  }

  /// Bytes of its arrays.
  long bytes() {
    return 4L * ticks.length + 8L * exact.length + 4L * chunks.length;
  }

  public boolean holds(Position position) {
    return holds(position.lon(), position.lat());
  }

  boolean holds(double lon, double lat) {
    int x = tick(lon);
    int y = tick(lat);
    int chunk = 0;
    for (int[] rings : parts) {
      int crossings = 0;
      for (int ring = 0; ring < rings.length - 1; ring++) {
        int end = rings[ring + 1] - 1;
        for (int from = rings[ring]; from < end; from += CHUNK, chunk += BOUNDS) {
          // Ticks are rounded: only what lies two apart is apart for certain.
          if (y + 1 >= chunks[chunk] && y - 1 <= chunks[chunk + 1] && x - 1 <= chunks[chunk + 2]) {
            int found = crossings(from, Math.min(from + CHUNK, end), x, y, lon, lat);
            if (found < 0) {
              return true;
            }
            crossings += found;
          }
        }
      }
      if (crossings % 2 == 1) {
        return true;
      }
    }
    return false;
  }

  /// How many edges a ray to the east crosses; negative where the point lies on one.
  private int crossings(int from, int to, int x, int y, double lon, double lat) {
    int crossings = 0;
    for (int point = from; point < to; point++) {
      int i = 2 * point;
      if (Math.max(ticks[i + 1], ticks[i + 3]) + 1 < y
          || Math.min(ticks[i + 1], ticks[i + 3]) - 1 > y
          || Math.max(ticks[i], ticks[i + 2]) + 1 < x) {
        continue;
      }
      int crossing = crossing(i, lon, lat);
      if (crossing < 0) {
        return crossing;
      }
      crossings += crossing;
    }
    return crossings;
  }

  /// As JTS' RayCrossingCounter: upward edges without their end, downward ones without their start.
  private int crossing(int i, double lon, double lat) {
    double x1 = degrees(i);
    double y1 = degrees(i + 1);
    double x2 = degrees(i + 2);
    double y2 = degrees(i + 3);
    if (x2 == lon && y2 == lat) {
      return -1;
    }
    if (y1 == lat && y2 == lat) {
      return Math.min(x1, x2) <= lon && lon <= Math.max(x1, x2) ? -1 : 0;
    }
    if ((y1 > lat) == (y2 > lat)) {
      return 0;
    }
    int side = CGAlgorithmsDD.orientationIndex(x1, y1, x2, y2, lon, lat);
    if (side == 0) {
      return -1;
    }
    return (side > 0) == (y2 > y1) ? 1 : 0;
  }

  private double degrees(int i) {
    return exact.length == 0 ? ticks[i] / TICKS : exact[i];
  }
}
