package org.ariane.directory.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.place.Country;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;

/// An area from GeoJSON (RFC 7946): a polygon or several, bare, as a feature, or as a collection of
/// one feature. Read through nodes that know their lines, which a GeoJSON reader would lose.
final class AreaReader {
  private static final int MOST_POINTS = 20_000;

  private final GeometryFactory factory = new GeometryFactory();
  private final Country country;
  private int points;

  AreaReader(Country country) {
    this.country = country;
  }

  Optional<Geometry> read(Value value) {
    Optional<Fields> fields = value.fields();
    Optional<String> type = fields.flatMap(each -> each.text("type"));
    if (fields.isEmpty() || type.isEmpty()) {
      return Optional.empty();
    }
    return switch (type.get()) {
      case "FeatureCollection" -> onlyFeature(fields.get());
      case "Feature" -> fields.get().required("geometry").flatMap(this::read);
      case "Polygon" -> fields.get().required("coordinates").flatMap(this::polygon);
      case "MultiPolygon" -> fields.get().required("coordinates").flatMap(this::polygons);
      default -> {
        value.refuse("an area is a Polygon or a MultiPolygon");
        yield Optional.empty();
      }
    };
  }

  private Optional<Geometry> onlyFeature(Fields collection) {
    List<Value> features = collection.required("features").map(Value::items).orElse(List.of());
    if (features.size() != 1) {
      collection.entry().refuse("an area file holds exactly one feature");
      return Optional.empty();
    }
    return read(features.getFirst());
  }

  private Optional<Geometry> polygons(Value value) {
    List<Polygon> parts = new ArrayList<>();
    int before = value.problems().count();
    for (Value item : value.items()) {
      polygon(item).ifPresent(part -> parts.add((Polygon) part));
    }
    if (value.problems().count() > before || parts.isEmpty()) {
      return Optional.empty();
    }
    return valid(value, factory.createMultiPolygon(parts.toArray(Polygon[]::new)));
  }

  private Optional<Geometry> polygon(Value value) {
    List<LinearRing> rings = new ArrayList<>();
    int before = value.problems().count();
    List<Value> items = value.items();
    for (Value item : items) {
      ring(item).ifPresent(rings::add);
    }
    if (items.isEmpty()) {
      value.refuse("a polygon needs an outline");
    }
    if (value.problems().count() > before || rings.isEmpty()) {
      return Optional.empty();
    }
    LinearRing[] holes = rings.subList(1, rings.size()).toArray(LinearRing[]::new);
    return valid(value, factory.createPolygon(rings.getFirst(), holes));
  }

  private Optional<LinearRing> ring(Value value) {
    List<Coordinate> coordinates = new ArrayList<>();
    for (Value item : value.items()) {
      if (++points > MOST_POINTS) {
        item.refuse("an area has at most " + MOST_POINTS + " points");
        return Optional.empty();
      }
      Optional<Coordinate> point = point(item);
      if (point.isEmpty()) {
        return Optional.empty();
      }
      coordinates.add(point.get());
    }
    if (coordinates.size() < 4) {
      value.refuse("an outline needs at least four points");
      return Optional.empty();
    }
    if (!coordinates.getFirst().equals2D(coordinates.getLast())) {
      value.refuse("the outline is not closed: its last point must repeat the first");
      return Optional.empty();
    }
    return Optional.of(factory.createLinearRing(coordinates.toArray(Coordinate[]::new)));
  }

  private Optional<Coordinate> point(Value value) {
    List<Value> items = value.items();
    List<Double> numbers =
        items.stream().limit(3).flatMap(item -> item.asNumber().stream()).toList();
    if (items.size() < 2 || items.size() > 3 || numbers.size() != items.size()) {
      value.refuse("a point is [lon, lat]");
      return Optional.empty();
    }
    Optional<String> wrong = Plausible.problem(country, numbers.get(0), numbers.get(1));
    wrong.ifPresent(value::refuse);
    return wrong.isPresent()
        ? Optional.empty()
        : Optional.of(new Coordinate(numbers.get(0), numbers.get(1)));
  }

  private static Optional<Geometry> valid(Value value, Geometry area) {
    IsValidOp check = new IsValidOp(area);
    if (check.isValid()) {
      return Optional.of(area);
    }
    value.refuse("the outline crosses or touches itself");
    return Optional.empty();
  }
}
