package org.ariane.directory.lost;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ariane.directory.Directory;
import org.ariane.directory.place.Country;
import org.ariane.directory.place.Zone;
import org.ariane.directory.place.ZoneId;
import org.ariane.directory.service.Coverage;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.precision.GeometryPrecisionReducer;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/// Draws [Region]s. What a region shares with others is on its border only.
final class Outlines {
  /// About 1 MB of XML; a finer outline is drawn coarser, inside of the real one.
  private static final int MAX_POINTS = 40_000;

  /// A region that is made of more is not drawn: a whole country's communes would keep a processor
  /// busy for minutes, at anybody's wish.
  private static final int MAX_SOURCE_POINTS = 300_000;

  private static final PrecisionModel GRID = new PrecisionModel(1e7);

  private final Directory directory;
  private final Atlas atlas;

  Outlines(Directory directory, Atlas atlas) {
    this.directory = directory;
    this.atlas = atlas;
  }

  /// Whether [#of] would try.
  boolean drawable(Region region) {
    Stream<Geometry> sources =
        switch (region) {
          case Region.OfZone(String key, Zone zone) -> zone.area().stream();
          case Region.OfService service -> outlined(service.own());
        };
    Iterator<Geometry> each = sources.iterator();
    long points = 0;
    while (each.hasNext() && points <= MAX_SOURCE_POINTS) {
      points += each.next().getNumPoints();
    }
    return points <= MAX_SOURCE_POINTS;
  }

  private Stream<Geometry> outlined(Coverage coverage) {
    return switch (coverage) {
      case Coverage.InZones(Set<ZoneId> ids) ->
          ids.stream().flatMap(id -> directory.zone(id).stream()).flatMap(it -> it.area().stream());
      case Coverage.Nationwide(Set<Country> countries) ->
          directory.zones().stream()
              .filter(zone -> countries.contains(zone.country()))
              .flatMap(zone -> zone.area().stream());
    };
  }

  /// In lon lat; empty where nothing is left of it, the zones have no outlines, or it is made of
  /// too much.
  Optional<Geometry> of(Region region) {
    if (!drawable(region)) {
      return Optional.empty();
    }
    Geometry drawn =
        switch (region) {
          case Region.OfZone(String key, Zone zone) ->
              zone.area()
                  .map(area -> without(area, smallerIn(zone, area)))
                  .orElseGet(Outlines::nothing);
          case Region.OfService service -> {
            Geometry own = union(areas(service.own(), Optional.empty()));
            Optional<Geometry> whole = Optional.of(own);
            List<Geometry> before =
                service.before().stream().distinct().flatMap(each -> areas(each, whole)).toList();
            yield without(own, before);
          }
        };
    return Optional.of(toGrid(coarseEnough(drawn))).filter(area -> area.getArea() > 0);
  }

  private List<Geometry> smallerIn(Zone zone, Geometry area) {
    return atlas.around(area.getEnvelopeInternal()).stream()
        .filter(other -> atlas.rank(other) < atlas.rank(zone))
        .flatMap(other -> other.area().stream())
        .toList();
  }

  /// @param near leaves out what is far from it
  private Stream<Geometry> areas(Coverage coverage, Optional<Geometry> near) {
    Stream<Zone> zones =
        near.map(place -> atlas.around(place.getEnvelopeInternal()).stream())
            .orElseGet(() -> directory.zones().stream());
    return switch (coverage) {
      case Coverage.InZones(Set<ZoneId> ids) ->
          zones.filter(zone -> ids.contains(zone.id())).flatMap(zone -> zone.area().stream());
      case Coverage.Nationwide(Set<Country> countries) ->
          zones
              .filter(zone -> countries.contains(zone.country()))
              .flatMap(zone -> zone.area().map(area -> inland(zone, area, countries)).stream());
    };
  }

  /// Where outlines of two countries overlap, the smaller zone says whose it is.
  private Geometry inland(Zone zone, Geometry area, Set<Country> countries) {
    List<Geometry> foreign =
        atlas.around(area.getEnvelopeInternal()).stream()
            .filter(other -> atlas.rank(other) < atlas.rank(zone))
            .filter(other -> !countries.contains(other.country()))
            .flatMap(other -> other.area().stream())
            .toList();
    return without(area, foreign);
  }

  private static Geometry without(Geometry area, Collection<Geometry> others) {
    PreparedGeometry prepared = PreparedGeometryFactory.prepare(area);
    List<Geometry> near = others.stream().filter(prepared::intersects).toList();
    return near.isEmpty() ? area : Atlas.overlay(area, union(near.stream()), OverlayNG.DIFFERENCE);
  }

  private static Geometry union(Stream<Geometry> areas) {
    Set<Geometry> all = areas.filter(area -> !area.isEmpty()).collect(Collectors.toSet());
    return all.isEmpty() ? nothing() : OverlayNGRobust.union(all);
  }

  private static Geometry nothing() {
    return new GeometryFactory().createPolygon();
  }

  /// Rounded as it will be written, and still valid then.
  private static Geometry toGrid(Geometry area) {
    return GeometryPrecisionReducer.reduce(area, GRID);
  }

  private static Geometry coarseEnough(Geometry area) {
    Geometry coarse = area;
    for (double degrees = 1e-5; coarse.getNumPoints() > MAX_POINTS; degrees *= 4) {
      coarse = TopologyPreservingSimplifier.simplify(area, degrees).buffer(-degrees);
    }
    return coarse;
  }
}
