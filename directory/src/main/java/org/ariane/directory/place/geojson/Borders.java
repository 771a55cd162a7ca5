package org.ariane.directory.place.geojson;

import java.util.ArrayList;
import java.util.List;
import org.ariane.directory.json.JsonSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// The geometry of one feature: a Polygon or a MultiPolygon. The type may stand behind the
/// coordinates, so these are read to whatever depth they have.
final class Borders {
  private static final int DEEPEST = 4;
  private static final int MOST_POINTS = 200_000;
  private final GeometryFactory factory = new GeometryFactory();
  private final JsonParser json;
  private int points;

  /// Reads the object whose first token was read last.
  Borders(JsonParser json) {
    this.json = json;
  }

  /// A list of points, or of lists.
  private sealed interface Nested {
    record Point(double lon, double lat) implements Nested {}

    record Many(List<Nested> items) implements Nested {}
  }

  Geometry read() throws WrongBorder {
    String type = "";
    Nested coordinates = new Nested.Many(List.of());
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = json.currentName();
      JsonToken value = json.nextToken();
      switch (key) {
        case "type" -> type = value == JsonToken.VALUE_STRING ? json.getString() : "";
        case "coordinates" -> coordinates = nested(DEEPEST);
        default -> json.skipChildren();
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
      default -> throw wrong("the border of a commune is a Polygon or a MultiPolygon");
    }
    if (polygons.isEmpty()) {
      throw wrong("a border needs an outline");
    }
    return polygons.size() == 1
        ? polygons.getFirst()
        : factory.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  private WrongBorder wrong(String reason) {
    return new WrongBorder(JsonSource.line(json), reason);
  }

  private Nested nested(int depth) throws WrongBorder {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw wrong("a point is [lon, lat]");
    }
    JsonToken first = json.nextToken();
    if (first.isNumeric()) {
      return point();
    }
    List<Nested> items = new ArrayList<>();
    for (JsonToken next = first; next != JsonToken.END_ARRAY; next = json.nextToken()) {
      if (depth == 1) {
        throw wrong("coordinates are nested too deeply");
      }
      items.add(nested(depth - 1));
    }
    return new Nested.Many(items);
  }

  /// Its first number was read last; a height is passed over.
  private Nested.Point point() throws WrongBorder {
    if (++points > MOST_POINTS) {
      throw wrong("a border has at most " + MOST_POINTS + " points");
    }
    double lon = json.getDoubleValue();
    if (!json.nextToken().isNumeric()) {
      throw wrong("a point is [lon, lat]");
    }
    double lat = json.getDoubleValue();
    if (json.nextToken().isNumeric()) {
      json.nextToken();
    }
    if (json.currentToken() != JsonToken.END_ARRAY) {
      throw wrong("a point is [lon, lat]");
    }
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
      throw wrong("not a point on the globe (GeoJSON is lon lat)");
    }
    return new Nested.Point(lon, lat);
  }

  private List<Nested> items(Nested nested) throws WrongBorder {
    return switch (nested) {
      case Nested.Many(List<Nested> items) -> items;
      case Nested.Point _ -> throw wrong("coordinates are not nested deeply enough");
    };
  }

  private Polygon polygon(Nested nested) throws WrongBorder {
    List<LinearRing> rings = new ArrayList<>();
    for (Nested ring : items(nested)) {
      rings.add(ring(ring));
    }
    if (rings.isEmpty()) {
      throw wrong("a border needs an outline");
    }
    LinearRing[] holes = rings.subList(1, rings.size()).toArray(LinearRing[]::new);
    return factory.createPolygon(rings.getFirst(), holes);
  }

  private LinearRing ring(Nested nested) throws WrongBorder {
    List<Coordinate> coordinates = new ArrayList<>();
    for (Nested item : items(nested)) {
      switch (item) {
        case Nested.Point(double lon, double lat) -> coordinates.add(new Coordinate(lon, lat));
        case Nested.Many _ -> throw wrong("coordinates are nested too deeply");
      }
    }
    if (coordinates.size() < 4 || !coordinates.getFirst().equals2D(coordinates.getLast())) {
      throw wrong("an outline has at least four points and ends where it begins");
    }
    return factory.createLinearRing(coordinates.toArray(Coordinate[]::new));
  }
}
