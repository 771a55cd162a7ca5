package org.ariane.directory.place;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/// Which zones hold a point or a postcode, smallest first: by area, those without one last, equal
/// ones by id. So the answer never depends on the order of files. A point on a border belongs to
/// the zones on both sides. Immutable after construction, safe from any thread.
public final class ZoneIndex {
  private static final Comparator<Zone> SMALLEST_FIRST =
      Comparator.comparingDouble((Zone zone) -> zone.area().map(Geometry::getArea).orElse(1e9))
          .thenComparing(zone -> zone.id().value());

  private final GeometryFactory points = new GeometryFactory();
  private final STRtree areas = new STRtree();
  private final Map<Postcode, List<Zone>> postcodes = new HashMap<>();

  /// @param rank 0 is the smallest zone of all: sizes are compared once, not at each look
  private record Area(Zone zone, int rank, PreparedGeometry shape) {}

  public ZoneIndex(Collection<Zone> zones) {
    List<Zone> smallestFirst = zones.stream().sorted(SMALLEST_FIRST).toList();
    for (int rank = 0; rank < smallestFirst.size(); rank++) {
      index(smallestFirst.get(rank), rank);
    }
    areas.build();
    Map<Postcode, Set<Zone>> listed = new HashMap<>();
    for (Zone zone : smallestFirst) {
      for (Postcode postcode : zone.postcodes()) {
        listed.computeIfAbsent(postcode, key -> new LinkedHashSet<>()).add(zone);
      }
    }
    listed.forEach((postcode, found) -> postcodes.put(postcode, withThoseAround(found)));
  }

  private void index(Zone zone, int rank) {
    zone.area()
        .ifPresent(area ->
            areas.insert(
                area.getEnvelopeInternal(),
                new Area(zone, rank, PreparedGeometryFactory.prepare(area))));
  }

  public Optional<Zone> at(Position position) {
    return allAt(position).stream().findFirst();
  }

  public Optional<Zone> of(Postcode postcode) {
    return allOf(postcode).stream().findFirst();
  }

  /// Every zone whose area holds the point, smallest first.
  public List<Zone> allAt(Position position) {
    return allAt(new Coordinate(position.lon(), position.lat()));
  }

  private List<Zone> allAt(Coordinate coordinate) {
    List<Area> found = new ArrayList<>();
    areas.query(
        new Envelope(coordinate),
        item -> {
          if (item instanceof Area area && area.shape().covers(points.createPoint(coordinate))) {
            found.add(area);
          }
        });
    found.sort(Comparator.comparingInt(Area::rank));
    return found.stream().map(Area::zone).toList();
  }

  /// Every zone that a postcode lies in, smallest first: those that list it, and larger ones around
  /// the smallest of these.
  public List<Zone> allOf(Postcode postcode) {
    return postcodes.getOrDefault(postcode, List.of());
  }

  private List<Zone> withThoseAround(Set<Zone> listed) {
    Set<Zone> all = new LinkedHashSet<>(listed);
    listed.stream().findFirst().ifPresent(smallest -> all.addAll(around(smallest)));
    return all.stream().sorted(SMALLEST_FIRST).toList();
  }

  private List<Zone> around(Zone zone) {
    return zone
        .area()
        .map(area -> allAt(area.getInteriorPoint().getCoordinate()))
        .orElse(List.of())
        .stream()
        .filter(other -> SMALLEST_FIRST.compare(zone, other) < 0)
        .toList();
  }
}
