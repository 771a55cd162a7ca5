package org.ariane.directory.place.geojson;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/// The geometry of one feature: a Polygon or a MultiPolygon. The type may stand behind the
/// coordinates, so these are read to whatever depth they have.
final class Borders {
  private static final int DEEPEST = 4;
  private static final int MOST_POINTS = 200_000;
  private final GeometryFactory factory = new GeometryFactory();
  private final JsonText json;
  private int points;

  Borders(JsonText json) {
    this.json = json;
  }

  /// A list of points, or of lists.
  private sealed interface Nested {
    record Point(double lon, double lat) implements Nested {}

    record Many(List<Nested> items) implements Nested {}
  }

  Geometry read() throws JsonText.Malformed {
    String type = "";
    Nested coordinates = new Nested.Many(List.of());
    points = 0;
    json.expect('{');
    for (boolean first = true; json.more(first, '}'); first = false) {
      String key = json.string();
      json.expect(':');
      switch (key) {
        case "type" -> type = json.string();
        case "coordinates" -> coordinates = nested(DEEPEST);
        default -> json.skip();
      }
    }
    List<Polygon> polygons = new ArrayList<>();
    switch (type) {
      case "Polygon" -> polygons.add(polygon(coordinates));
      case "MultiPolygon" -> {
        for (Nested part : items(coordinates)) {
          polygons.add(polygon(part));
        }
      }
      default -> throw json.malformed("the border of a commune is a Polygon or a MultiPolygon");
    }
    if (polygons.isEmpty()) {
      throw json.malformed("a border needs an outline");
    }
    return polygons.size() == 1
        ? polygons.getFirst()
        : factory.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  private Nested nested(int depth) throws JsonText.Malformed {
    json.expect('[');
    if (json.peek() != '[') {
      return point();
    }
    if (depth == 1) {
      throw json.malformed("coordinates are nested too deeply");
    }
    List<Nested> items = new ArrayList<>();
    for (boolean first = true; json.more(first, ']'); first = false) {
      items.add(nested(depth - 1));
    }
    return new Nested.Many(items);
  }

  private Nested.Point point() throws JsonText.Malformed {
    if (++points > MOST_POINTS) {
      throw json.malformed("a border has at most " + MOST_POINTS + " points");
    }
    double lon = json.number();
    json.expect(',');
    double lat = json.number();
    if (json.more(false, ']')) {
      json.number();
      json.expect(']');
    }
    if (Math.abs(lon) > 180 || Math.abs(lat) > 90) {
      throw json.malformed("not a point on the globe (GeoJSON is lon lat)");
    }
    return new Nested.Point(lon, lat);
  }

  private List<Nested> items(Nested nested) throws JsonText.Malformed {
    return switch (nested) {
      case Nested.Many(List<Nested> items) -> items;
      case Nested.Point _ -> throw json.malformed("coordinates are not nested deeply enough");
    };
  }

  private Polygon polygon(Nested nested) throws JsonText.Malformed {
    List<LinearRing> rings = new ArrayList<>();
    for (Nested ring : items(nested)) {
      rings.add(ring(ring));
    }
    if (rings.isEmpty()) {
      throw json.malformed("a border needs an outline");
    }
    LinearRing[] holes = rings.subList(1, rings.size()).toArray(LinearRing[]::new);
    return factory.createPolygon(rings.getFirst(), holes);
  }

  private LinearRing ring(Nested nested) throws JsonText.Malformed {
    List<Coordinate> coordinates = new ArrayList<>();
    for (Nested item : items(nested)) {
      switch (item) {
        case Nested.Point(double lon, double lat) -> coordinates.add(new Coordinate(lon, lat));
        case Nested.Many _ -> throw json.malformed("coordinates are nested too deeply");
      }
    }
    if (coordinates.size() < 4 || !coordinates.getFirst().equals2D(coordinates.getLast())) {
      throw json.malformed("an outline has at least four points and ends where it begins");
    }
    return factory.createLinearRing(coordinates.toArray(Coordinate[]::new));
  }
}
