package org.ariane.directory.lost;

import java.util.ArrayList;
import java.util.List;
import org.ariane.directory.place.Position;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/// Outlines of round shapes as polygons in lon lat, on a plane that touches the Earth at their
/// centre: good to a thousandth of their size up to 100 km. Angles in degrees, clockwise from
/// north.
final class ShapeOutline {
  private static final double METRES_PER_DEGREE = 111_195;
  private static final int CORNERS = 64;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private ShapeOutline() {}

  static Geometry circle(Position centre, double radius) {
    return ellipse(centre, radius, radius, 0);
  }

  static Geometry ellipse(Position centre, double major, double minor, double orientation) {
    double turn = Math.toRadians(orientation);
    List<Coordinate> ring = new ArrayList<>();
    for (int i = 0; i < CORNERS; i++) {
      double angle = 2 * Math.PI * i / CORNERS;
      double along = major * Math.cos(angle);
      double across = minor * Math.sin(angle);
      ring.add(
          at(
              centre,
              along * Math.cos(turn) - across * Math.sin(turn),
              along * Math.sin(turn) + across * Math.cos(turn)));
    }
    return closed(ring);
  }

  static Geometry arcBand(
      Position centre, double inner, double outer, double start, double opening) {
    List<Coordinate> ring = new ArrayList<>();
    for (int i = 0; i <= CORNERS; i++) {
      ring.add(polar(centre, outer, start + opening * i / CORNERS));
    }
    for (int i = CORNERS; i >= 0; i--) {
      ring.add(polar(centre, inner, start + opening * i / CORNERS));
    }
    // A whole turn touches itself, and a band without hollow repeats its centre.
    return closed(ring).buffer(0);
  }

  static Geometry polygon(List<Position> corners) {
    return FACTORY.createPolygon(
        corners.stream()
            .map(corner -> new Coordinate(corner.lon(), corner.lat()))
            .toArray(Coordinate[]::new));
  }

  /// The middle of an outline.
  static Position middle(Geometry outline) {
    Coordinate middle = outline.getCentroid().getCoordinate();
    return new Position(Math.clamp(middle.getY(), -90, 90), Math.clamp(middle.getX(), -180, 180));
  }

  private static Coordinate polar(Position centre, double radius, double degrees) {
    double angle = Math.toRadians(degrees);
    return at(centre, radius * Math.cos(angle), radius * Math.sin(angle));
  }

  private static Coordinate at(Position centre, double north, double east) {
    double narrow = Math.max(0.01, Math.cos(Math.toRadians(centre.lat())));
    return new Coordinate(
        centre.lon() + east / (METRES_PER_DEGREE * narrow),
        centre.lat() + north / METRES_PER_DEGREE);
  }

  private static Geometry closed(List<Coordinate> ring) {
    ring.add(ring.getFirst().copy());
    return FACTORY.createPolygon(ring.toArray(Coordinate[]::new));
  }
}
