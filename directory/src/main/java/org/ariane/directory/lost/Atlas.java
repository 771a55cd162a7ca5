package org.ariane.directory.lost;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ariane.directory.Directory;
import org.ariane.directory.place.Position;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.place.Zone;
import org.ariane.directory.place.ZoneId;
import org.ariane.directory.place.ZoneIndex;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/// The zones of one directory, for points, postcodes and shapes. Immutable, safe from any thread.
final class Atlas {
  /// A shape is looked at in no more zones than these, those nearest to its middle.
  private static final int MAX_ZONES = 16;

  private static final List<Double> NEAR_METRES = List.of(1_000.0, 2_000.0, 5_000.0, 10_000.0);

  private final Map<ZoneId, Integer> ranks = new HashMap<>();
  private final ZoneIndex index;
  private final STRtree areas = new STRtree();

  Atlas(Directory directory) {
    index = new ZoneIndex(directory.zones());
    List<Zone> smallestFirst =
        directory.zones().stream()
            .sorted(
                Comparator.comparingDouble(
                        (Zone zone) -> zone.area().map(Geometry::getArea).orElse(1e9))
                    .thenComparing(zone -> zone.id().value()))
            .toList();
    IntStream.range(0, smallestFirst.size())
        .forEach(rank -> ranks.put(smallestFirst.get(rank).id(), rank));
    for (Zone zone : smallestFirst) {
      zone.area().ifPresent(area -> areas.insert(area.getEnvelopeInternal(), zone));
    }
    areas.build();
  }

  /// 0 is the smallest, which counts where zones overlap.
  int rank(Zone zone) {
    return ranks.getOrDefault(zone.id(), Integer.MAX_VALUE);
  }

  List<Zone> at(Position position) {
    return index.allAt(position);
  }

  List<Zone> of(Postcode postcode) {
    return index.allOf(postcode);
  }

  /// Zones whose box touches this one, smallest first.
  List<Zone> around(Envelope box) {
    List<Zone> found = new ArrayList<>();
    areas.query(
        box,
        item -> {
          if (item instanceof Zone zone) {
            found.add(zone);
          }
        });
    found.sort(Comparator.comparingInt(this::rank));
    return found;
  }

  private record Piece(Geometry area, List<Zone> zones) {}

  /// What a shape touches, the largest part first; parts in no zone are left out. Of parts of the
  /// same size the one with the smaller zone comes first.
  List<Standpoint> within(Geometry shape) {
    List<Piece> pieces = List.of(new Piece(shape, List.of()));
    for (Zone zone : touched(shape)) {
      Geometry area = overlay(zone.area().orElseThrow(), shape, OverlayNG.INTERSECTION);
      pieces = pieces.stream().flatMap(piece -> split(piece, zone, area)).toList();
    }
    return pieces.stream()
        .filter(piece -> !piece.zones().isEmpty())
        .sorted(
            Comparator.comparingDouble((Piece piece) -> -piece.area().getArea())
                .thenComparingInt(piece -> rank(piece.zones().getFirst())))
        .map(piece -> Standpoint.in(piece.zones()))
        .toList();
  }

  private List<Zone> touched(Geometry shape) {
    Point middle = shape.getCentroid();
    return around(shape.getEnvelopeInternal()).stream()
        .sorted(Comparator.comparingDouble(zone -> zone.area().orElseThrow().distance(middle)))
        .filter(zone -> zone.area().orElseThrow().intersects(shape))
        .limit(MAX_ZONES)
        .sorted(Comparator.comparingInt(this::rank))
        .toList();
  }

  private static Stream<Piece> split(Piece piece, Zone zone, Geometry area) {
    List<Zone> more = Stream.concat(piece.zones().stream(), Stream.of(zone)).toList();
    return Stream.of(
            new Piece(overlay(piece.area(), area, OverlayNG.INTERSECTION), more),
            new Piece(overlay(piece.area(), area, OverlayNG.DIFFERENCE), piece.zones()))
        .filter(part -> part.area().getArea() > 0);
  }

  /// The zone next to a place that lies in none, within 10 km; empty where there is none.
  List<Standpoint> near(Position position) {
    return NEAR_METRES.stream()
        .map(metres -> within(ShapeOutline.circle(position, metres)))
        .filter(found -> !found.isEmpty())
        .map(found -> found.subList(0, 1))
        .findFirst()
        .orElse(List.of());
  }

  /// The polygons of an overlay; where two areas only touch, lines and points are left out.
  static Geometry overlay(Geometry one, Geometry other, int operation) {
    Geometry result = OverlayNGRobust.overlay(one, other, operation);
    List<?> polygons = PolygonExtracter.getPolygons(result);
    return result.getFactory().createMultiPolygon(GeometryFactory.toPolygonArray(polygons));
  }
}
