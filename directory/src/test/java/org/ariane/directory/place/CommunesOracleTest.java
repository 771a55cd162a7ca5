package org.ariane.directory.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.ariane.directory.place.RealCommunes.Drawn;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/// The gazetteer against brute force over every real commune: JTS' simple locator on the shapes as
/// they were read, and the same decided in exact decimals. 8,000 points in a usual run; with
/// `-Dariane.soak=true` 1,000,000 random ones besides every twentieth vertex and middle of an edge.
/// `-Dariane.seed=N` repeats a run.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommunesOracleTest {
  private static final boolean SOAK = Boolean.getBoolean("ariane.soak");
  private static final int RANDOM = SOAK ? 1_000_000 : 4_000;
  private static final int EVERY = SOAK ? 20 : 1_200;
  private static final long SEED = Long.getLong("ariane.seed", 20_261_124L);

  private List<Drawn> drawn = List.of();
  private Gazetteer gazetteer = Gazetteer.EMPTY;
  private Envelope[] boxes = {};

  /// West, east, south, north of each, side by side.
  private double[] sides = {};

  @BeforeAll
  void read() {
    drawn =
        RealCommunes.all().stream()
            .sorted(
                Comparator.comparingDouble((Drawn each) -> each.shape().getArea())
                    .thenComparing(each -> each.code().country().code())
                    .thenComparing(each -> each.code().code()))
            .toList();
    List<Drawn> shuffled = new ArrayList<>(drawn);
    Collections.shuffle(shuffled, new Random(SEED));
    gazetteer = new Gazetteer(shuffled.stream().map(Drawn::registered).toList());
    boxes = drawn.stream().map(each -> each.shape().getEnvelopeInternal()).toArray(Envelope[]::new);
    sides =
        Arrays.stream(boxes)
            .flatMapToDouble(
                box -> DoubleStream.of(box.getMinX(), box.getMaxX(), box.getMinY(), box.getMaxY()))
            .toArray();
  }

  @Test
  void allCommunesAreThere() {
    assertThat(drawn).hasSize(35_357 + 581);
    assertThat(gazetteer.communes()).hasSize(35_357 + 581);
    // Measured, so that a change that makes it grow is seen.
    assertThat(gazetteer.outlineBytes()).isLessThan(22_000_000);
  }

  @Test
  void randomPointsLieWhereBruteForceFindsThem() {
    Random random = new Random(SEED);
    Envelope all = new Envelope();
    for (Envelope box : boxes) {
      if (box.getMinX() > -6 && box.getMinY() > 41) {
        all.expandToInclude(box);
      }
    }
    List<String> wrong = new ArrayList<>();
    int inside = 0;
    for (int i = 0; i < RANDOM; i++) {
      // Every fourth near some commune, so that overseas and borders have their share.
      Envelope box = i % 4 == 0 ? boxes[random.nextInt(boxes.length)] : all;
      Coordinate point =
          new Coordinate(
              box.getMinX() + random.nextDouble() * box.getWidth(),
              box.getMinY() + random.nextDouble() * box.getHeight());
      inside += check(point, wrong);
    }
    System.err.println("oracle: random " + RANDOM + ", inside " + inside + ", seed " + SEED);
    assertThat(wrong).isEmpty();
    assertThat(inside).isBetween(RANDOM / 3, RANDOM - RANDOM / 10);
  }

  @Test
  void verticesAndMiddlesOfEdgesLieWhereBruteForceFindsThem() {
    List<String> wrong = new ArrayList<>();
    int vertex = new Random(SEED).nextInt(EVERY);
    int checked = 0;
    int borders = 0;
    for (Drawn each : drawn) {
      Coordinate[] points = each.shape().getCoordinates();
      for (; vertex < points.length - 1; vertex += EVERY) {
        Coordinate from = points[vertex];
        Coordinate to = points[vertex + 1];
        check(from, wrong);
        check(new Coordinate((from.x + to.x) / 2, (from.y + to.y) / 2), wrong);
        checked += 2;
        borders += gazetteer.allAt(new Position(from.y, from.x)).size() > 1 ? 1 : 0;
        assertThat(gazetteer.allAt(new Position(from.y, from.x)))
            .extracting(RegisteredCommune::code)
            .contains(each.code());
      }
      vertex -= points.length - 1;
    }
    System.err.println("oracle: vertices and middles " + checked + ", shared " + borders);
    assertThat(wrong).isEmpty();
    assertThat(borders).isGreaterThan(checked / 4);
  }

  /// 1 where some commune holds it.
  private int check(Coordinate point, List<String> wrong) {
    List<CommuneCode> expected = new ArrayList<>();
    for (int i = 0; i < boxes.length; i++) {
      int at = 4 * i;
      if (sides[at] <= point.x
          && point.x <= sides[at + 1]
          && sides[at + 2] <= point.y
          && point.y <= sides[at + 3]) {
        Geometry shape = drawn.get(i).shape();
        boolean held = SimplePointInAreaLocator.locate(point, shape) != Location.EXTERIOR;
        if (held != exactly(point, shape)) {
          wrong.add("JTS and decimals differ at " + point);
        }
        if (held) {
          expected.add(drawn.get(i).code());
        }
      }
    }
    Position position = new Position(point.y, point.x);
    List<CommuneCode> found =
        gazetteer.allAt(position).stream().map(RegisteredCommune::code).toList();
    if (!found.equals(expected)
        || !gazetteer
            .at(position)
            .map(RegisteredCommune::code)
            .equals(expected.stream().findFirst())) {
      wrong.add(point + ": expected " + expected + ", found " + found);
    }
    return expected.isEmpty() ? 0 : 1;
  }

  private static boolean exactly(Coordinate point, Geometry shape) {
    for (int part = 0; part < shape.getNumGeometries(); part++) {
      Polygon polygon = (Polygon) shape.getGeometryN(part);
      int outer = side(point, polygon.getExteriorRing().getCoordinates());
      boolean inHole = false;
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        inHole |= side(point, polygon.getInteriorRingN(hole).getCoordinates()) > 0;
      }
      if (outer >= 0 && !inHole) {
        return true;
      }
    }
    return false;
  }

  /// 1 inside, 0 on the ring, -1 outside; by the sign of a product of decimals without rounding.
  private static int side(Coordinate p, Coordinate[] ring) {
    boolean inside = false;
    for (int i = 0; i < ring.length - 1; i++) {
      Coordinate a = ring[i];
      Coordinate b = ring[i + 1];
      if (Math.min(a.y, b.y) > p.y || Math.max(a.y, b.y) < p.y || Math.max(a.x, b.x) < p.x) {
        continue;
      }
      int turn =
          exact(b.x, a.x)
              .multiply(exact(p.y, a.y))
              .compareTo(exact(b.y, a.y).multiply(exact(p.x, a.x)));
      if (turn == 0 && Math.min(a.x, b.x) <= p.x && p.x <= Math.max(a.x, b.x)) {
        return 0;
      }
      if (a.y > p.y != b.y > p.y && (turn > 0) == (b.y > a.y) && turn != 0) {
        inside = !inside;
      }
    }
    return inside ? 1 : -1;
  }

  private static BigDecimal exact(double one, double two) {
    return new BigDecimal(one).subtract(new BigDecimal(two));
  }
}
