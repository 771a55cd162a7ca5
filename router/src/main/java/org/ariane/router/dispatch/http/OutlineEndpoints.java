package org.ariane.router.dispatch.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.ariane.directory.Directory;
import org.ariane.directory.DirectorySource;
import org.ariane.directory.place.Zone;
import org.ariane.directory.place.ZoneId;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.Exchange;
import org.ariane.router.http.Problem;
import org.ariane.router.http.Reply;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/// Outlines of zones for the map of `/dispatch`, from our own directory: nobody else learns where
/// an alarm is looked at. GeoJSON (RFC 7946, lon lat), simplified, made once per directory.
public final class OutlineEndpoints {
  /// About 30 m: finer than a line on the screen.
  private static final double TOLERANCE = 0.0003;

  /// Zones that begin within about 5 km are drawn, too.
  private static final double AROUND = 0.05;

  private static final int MOST_AROUND = 40;
  private static final int MOST_CACHED = 2_000;
  private static final double DIGITS = 1e5;

  private final DirectorySource directory;
  private final Map<String, JsonObject> made = new ConcurrentHashMap<>();

  public OutlineEndpoints(DirectorySource directory) {
    this.directory = directory;
  }

  public List<Endpoint> all() {
    return List.of(Endpoint.get("/v1/zones/:id/outline", IncidentEndpoints.CENTRE, this::outline));
  }

  private Reply outline(Exchange exchange) {
    Directory known = directory.current();
    Zone zone =
        parse(exchange.path("id"))
            .flatMap(known::zone)
            .orElseThrow(() -> Problem.notFound().asException());
    if (made.size() > MOST_CACHED) {
      made.clear();
    }
    return Reply.ok(
        made.computeIfAbsent(
            known.version() + " " + zone.id().value(), key -> collection(known, zone)));
  }

  /// The zone itself first, then its neighbours.
  private static JsonObject collection(Directory known, Zone zone) {
    JsonArray features = new JsonArray().add(feature(zone));
    zone.area()
        .ifPresent(area -> {
          var near = area.getEnvelopeInternal().copy();
          near.expandBy(AROUND);
          known.zones().stream()
              .filter(other -> !other.id().equals(zone.id()))
              .filter(other ->
                  other
                      .area()
                      .filter(its -> near.intersects(its.getEnvelopeInternal()))
                      .isPresent())
              .limit(MOST_AROUND)
              .forEach(other -> features.add(feature(other)));
        });
    return new JsonObject()
        .put("type", "FeatureCollection")
        .put("version", known.version())
        .put("features", features);
  }

  private static JsonObject feature(Zone zone) {
    return new JsonObject()
        .put("type", "Feature")
        .put("id", zone.id().value())
        .put("properties", new JsonObject().put("name", zone.name()).put("sample", zone.sample()))
        .put("geometry", zone.area().map(OutlineEndpoints::geometry).orElse(null));
  }

  private static JsonObject geometry(Geometry area) {
    Geometry simple = TopologyPreservingSimplifier.simplify(area, TOLERANCE);
    JsonArray polygons = new JsonArray();
    for (int i = 0; i < simple.getNumGeometries(); i++) {
      if (simple.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        polygons.add(rings(polygon));
      }
    }
    return new JsonObject().put("type", "MultiPolygon").put("coordinates", polygons);
  }

  private static JsonArray rings(Polygon polygon) {
    JsonArray rings = new JsonArray().add(ring(polygon.getExteriorRing()));
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      rings.add(ring(polygon.getInteriorRingN(i)));
    }
    return rings;
  }

  private static JsonArray ring(LineString line) {
    JsonArray points = new JsonArray();
    for (Coordinate point : line.getCoordinates()) {
      points.add(new JsonArray().add(rounded(point.x)).add(rounded(point.y)));
    }
    return points;
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * DIGITS) / DIGITS;
  }

  private static Optional<ZoneId> parse(String text) {
    try {
      return Optional.of(new ZoneId(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
