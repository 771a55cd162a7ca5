package org.ariane.directory.lost;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.ariane.directory.Directory;
import org.ariane.directory.Sample;
import org.ariane.directory.place.Position;
import org.ariane.directory.place.Zone;
import org.ariane.directory.search.ServiceMatch;
import org.ariane.directory.search.ServiceQuery;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/// A boundary holds where its mapping does and nowhere else, and mappings agree with the search. 12
/// directories; 1,500 with `-Dariane.soak=true`; `-Dariane.seed=N` repeats a run.
class LostBoundaryTest {
  private static final int DIRECTORIES = Boolean.getBoolean("ariane.soak") ? 1_500 : 12;
  private static final long SEED = Long.getLong("ariane.seed", 5222);
  private static final List<String> SERVICES =
      List.of(
          "urn:service:sos.police",
          "urn:service:counseling",
          "urn:service:counseling.children",
          "urn:service:shelter");
  private static final GeometryFactory POINTS = new GeometryFactory();

  /// About ten metres: closer to a border nobody can say.
  private static final double BORDER = 1e-4;

  private static LostSchema schema;

  @BeforeAll
  static void open() {
    schema = new LostSchema();
  }

  @Test
  void aPointInTheBoundaryHasTheSameMappingAndOneOutsideHasNot() {
    Random random = new Random(SEED);
    int compared = 0;
    for (int i = 0; i < DIRECTORIES; i++) {
      Directory directory = new MadeUpDirectory(random.nextLong()).make();
      compared += compare(directory, new Envelope(1.9, 3.1, 47.9, 49.1), random, 5);
    }
    System.out.println("LoST boundaries: " + compared + " points compared");
    assertThat(compared).isGreaterThan(DIRECTORIES * 50);
  }

  @Test
  void boundariesOfTheSampleHold() {
    Directory directory = Sample.directory();
    Random random = new Random(SEED);
    for (Zone zone : directory.zones()) {
      Envelope box = zone.area().orElseThrow().getEnvelopeInternal();
      compare(directory, box, random, 1);
    }
  }

  private static int compare(Directory directory, Envelope box, Random random, int points) {
    Lost lost = new Lost(schema, directory, InstantSource.fixed(Lost.WEDNESDAY_MORNING));
    int compared = 0;
    for (String service : SERVICES) {
      for (int i = 0; i < points; i++) {
        Position asked = inside(box, random);
        Lost.Answer answer = byValue(lost, service, asked);
        if (answer.root().equals("errors") || !answer.faults("warnings").isEmpty()) {
          continue;
        }
        agreesWithSearch(directory, service, asked, answer);
        Geometry boundary = answer.boundary();
        assertThat(boundary.isValid()).isTrue();
        assertThat(distance(boundary, asked)).isLessThan(1e-6);
        for (int j = 0; j < 8; j++) {
          Position other = inside(boundary.getEnvelopeInternal(), random);
          Point point = POINTS.createPoint(new Coordinate(other.lon(), other.lat()));
          if (boundary.getBoundary().distance(point) > BORDER) {
            Lost.Answer there = byValue(lost, service, other);
            boolean same =
                there.faults("warnings").isEmpty() && there.mappings().equals(answer.mappings());
            assertThat(same).as("%s at %s", service, point).isEqualTo(boundary.contains(point));
            compared++;
          }
        }
      }
    }
    return compared;
  }

  private static Lost.Answer byValue(Lost lost, String service, Position at) {
    return lost.ask(
        Lost.findService(service, Lost.point(at.lat(), at.lon()), "serviceBoundary='value'"));
  }

  /// The engine finds the same zone and takes the service from there, and where anything is open
  /// what LoST names is open.
  private static void agreesWithSearch(
      Directory directory, String service, Position at, Lost.Answer answer) {
    String id = answer.mappings().getFirst();
    if (service.equals("urn:service:sos.police")) {
      assertThat(directory.zoneAt(at).orElseThrow().id().value()).isEqualTo(id);
      return;
    }
    ServiceQuery query =
        new ServiceQuery(
            Optional.of(at),
            Optional.empty(),
            Optional.empty(),
            Optional.of(service),
            Set.of(),
            Optional.empty());
    List<ServiceMatch> matches =
        directory.search(query, Instant.parse("2026-11-25T10:00:00Z")).matches().stream()
            .filter(match ->
                match.reasons().stream().noneMatch(reason -> reason.code().equals("place.unknown")))
            .filter(match -> match.service().needs().contains(service))
            .toList();
    ServiceMatch named =
        matches.stream()
            .filter(match -> match.service().id().value().equals(id))
            .findFirst()
            .orElseThrow(() -> new AssertionError("the search does not know " + id));
    assertThat(named.open()).isEqualTo(matches.getFirst().open());
  }

  private static double distance(Geometry boundary, Position at) {
    return boundary.distance(POINTS.createPoint(new Coordinate(at.lon(), at.lat())));
  }

  private static Position inside(Envelope box, Random random) {
    return new Position(
        box.getMinY() + box.getHeight() * random.nextDouble(),
        box.getMinX() + box.getWidth() * random.nextDouble());
  }
}
