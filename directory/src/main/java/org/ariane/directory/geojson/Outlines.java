package org.ariane.directory.geojson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ariane.directory.exchange.Item;
import org.ariane.directory.exchange.Outside;
import org.ariane.directory.exchange.Place;
import org.ariane.directory.exchange.Raw;
import org.ariane.directory.place.Country;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;

/// Polygons of a feature, checked as the directory checks them. What is wrong leaves the feature
/// out, with the line of the point.
final class Outlines {
  private static final int MOST_POINTS = 20_000;

  private final GeometryFactory factory = new GeometryFactory();
  private final Country country;
  private int points;

  private Outlines(Country country) {
    this.country = country;
  }

  private static final class Wrong extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Place place;

    Wrong(Place place, String reason) {
      super(reason);
      this.place = place;
    }
  }

  static Optional<Geometry> read(Item feature, Country country) {
    Optional<Raw.Entry> geometry = feature.entry("geometry");
    if (geometry.isEmpty()) {
      feature.leaveOut("it has no geometry");
      return Optional.empty();
    }
    try {
      return Optional.of(new Outlines(country).area(geometry.get()));
    } catch (Wrong e) {
      feature.leaveOut(e.place, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private Geometry area(Raw.Entry geometry) throws Wrong {
    Map<String, Raw> fields = geometry.fields();
    String type = fields.get("type") instanceof Raw.Text(String text, Place _) ? text : "";
    Raw coordinates = fields.getOrDefault("coordinates", new Raw.Nothing(geometry.place()));
    Geometry area =
        switch (type) {
          case "Polygon" -> polygon(coordinates);
          case "MultiPolygon" -> {
            List<Polygon> parts = new ArrayList<>();
            for (Raw part : items(coordinates, "a list of polygons is expected here")) {
              parts.add(polygon(part));
            }
            yield factory.createMultiPolygon(parts.toArray(Polygon[]::new));
          }
          default -> throw new Wrong(geometry.place(), "an area is a Polygon or a MultiPolygon");
        };
    if (area.isEmpty() || !new IsValidOp(area).isValid()) {
      throw new Wrong(geometry.place(), "the outline is empty, or crosses or touches itself");
    }
    return area;
  }

  private static List<Raw> items(Raw raw, String expected) throws Wrong {
    if (raw instanceof Raw.Items(List<Raw> items, Place _)) {
      return items;
    }
    throw new Wrong(raw.place(), expected);
  }

  private Polygon polygon(Raw raw) throws Wrong {
    List<LinearRing> rings = new ArrayList<>();
    for (Raw ring : items(raw, "a polygon is a list of rings")) {
      rings.add(ring(ring));
    }
    if (rings.isEmpty()) {
      throw new Wrong(raw.place(), "a polygon needs an outline");
    }
    return factory.createPolygon(
        rings.getFirst(), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
  }

  private LinearRing ring(Raw raw) throws Wrong {
    List<Coordinate> ring = new ArrayList<>();
    for (Raw point : items(raw, "a ring is a list of points")) {
      if (++points > MOST_POINTS) {
        throw new Wrong(point.place(), "an area has at most " + MOST_POINTS + " points");
      }
      ring.add(point(point));
    }
    if (ring.size() < 4) {
      throw new Wrong(raw.place(), "an outline needs at least four points");
    }
    if (!ring.getFirst().equals2D(ring.getLast())) {
      throw new Wrong(
          raw.place(), "the outline is not closed: its last point must repeat the first");
    }
    return factory.createLinearRing(ring.toArray(Coordinate[]::new));
  }

  private Coordinate point(Raw raw) throws Wrong {
    List<Raw> items = items(raw, "a point is [lon, lat]");
    if (items.size() < 2 || items.size() > 3) {
      throw new Wrong(raw.place(), "a point is [lon, lat]");
    }
    double lon = number(items.get(0));
    double lat = number(items.get(1));
    Optional<String> against = Outside.of(country, lat, lon);
    if (against.isPresent()) {
      throw new Wrong(raw.place(), against.get() + " (GeoJSON is lon lat)");
    }
    return new Coordinate(lon, lat);
  }

  private static double number(Raw raw) throws Wrong {
    if (raw instanceof Raw.Digits(String literal, Place _)) {
      double number = Double.parseDouble(literal);
      if (Double.isFinite(number)) {
        return number;
      }
    }
    throw new Wrong(raw.place(), "a number is expected here");
  }
}
