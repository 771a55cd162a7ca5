package org.ariane.directory.geojson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ariane.directory.place.Position;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/// Geometries as the values that JSON is written of. Rings turn as RFC 7946 wants: outlines to the
/// left, holes to the right.
final class GeoJson {
  private GeoJson() {}

  static Map<String, Object> point(Position position) {
    return geometry("Point", List.of(position.lon(), position.lat()));
  }

  /// Of a polygon or several.
  static Map<String, Object> geometry(Geometry area) {
    Geometry turned = area.copy();
    turned.normalize();
    List<Object> polygons = new ArrayList<>();
    for (int at = 0; at < turned.getNumGeometries(); at++) {
      polygons.add(rings((Polygon) turned.getGeometryN(at)));
    }
    return polygons.size() == 1
        ? geometry("Polygon", polygons.getFirst())
        : geometry("MultiPolygon", polygons);
  }

  private static Map<String, Object> geometry(String type, Object coordinates) {
    Map<String, Object> geometry = new LinkedHashMap<>();
    geometry.put("type", type);
    geometry.put("coordinates", coordinates);
    return geometry;
  }

  /// Normalised rings of JTS turn the other way round.
  private static List<Object> rings(Polygon polygon) {
    List<Object> rings = new ArrayList<>();
    rings.add(points(polygon.getExteriorRing().reverse()));
    for (int at = 0; at < polygon.getNumInteriorRing(); at++) {
      rings.add(points(polygon.getInteriorRingN(at).reverse()));
    }
    return rings;
  }

  private static List<Object> points(LineString ring) {
    List<Object> points = new ArrayList<>();
    for (Coordinate point : ring.getCoordinates()) {
      points.add(List.of(point.x, point.y));
    }
    return points;
  }
}
