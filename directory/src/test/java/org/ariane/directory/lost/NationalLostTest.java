package org.ariane.directory.lost;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.ariane.directory.Directory;
import org.ariane.directory.DirectoryContent;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.CentreId;
import org.ariane.directory.place.ChainStep;
import org.ariane.directory.place.Country;
import org.ariane.directory.place.DispatchCentre;
import org.ariane.directory.place.RealCommunes;
import org.ariane.directory.place.RealCommunes.Drawn;
import org.ariane.directory.place.Zone;
import org.ariane.directory.place.ZoneId;
import org.ariane.directory.schedule.OpeningHours;
import org.ariane.directory.service.Coverage;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.Organisation;
import org.ariane.directory.service.OrganisationId;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceChannel;
import org.ariane.directory.service.ServiceId;
import org.ariane.directory.service.ServiceKind;
import org.ariane.directory.service.SpokenLanguage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/// LoST over every commune of France and Belgium as a zone of its own, with a shelter for each
/// department and one helpline for each country. Prints what it took.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NationalLostTest {
  private static final String POLICE = "urn:service:sos.police";
  private static final String COUNSELING = "urn:service:counseling";
  private static final String SHELTER = "urn:service:shelter";
  private static final CentreId CENTRE = new CentreId("centre");
  private static final long SEED = Long.getLong("ariane.seed", 5_222L);
  private static final int QUESTIONS = 500;
  private static final double BORDER = 1e-4;

  private final Random random = new Random(SEED);
  private List<Drawn> communes = List.of();
  private LostServer server;

  @BeforeAll
  void read() {
    communes = RealCommunes.all();
    List<Zone> zones = new ArrayList<>();
    Map<String, Set<ZoneId>> departments = new HashMap<>();
    for (Drawn drawn : communes) {
      Zone zone = zone(drawn);
      zones.add(zone);
      departments
          .computeIfAbsent(
              zone.country().code() + drawn.code().department(), key -> new HashSet<>())
          .add(zone.id());
    }
    List<Service> services = new ArrayList<>();
    departments.forEach((name, ids) ->
        services.add(
            service(
                "shelter-" + name.toLowerCase(java.util.Locale.ROOT),
                SHELTER,
                new Coverage.InZones(ids))));
    services.add(service("helpline-fr", COUNSELING, new Coverage.Nationwide(Set.of(Country.FR))));
    services.add(service("helpline-be", COUNSELING, new Coverage.Nationwide(Set.of(Country.BE))));
    Directory directory =
        new DirectoryContent(
                "national",
                List.of(new Organisation(new OrganisationId("org"), "Org", true)),
                services,
                zones,
                List.of(new DispatchCentre(CENTRE, "Centre", Country.FR, true)),
                List.of())
            .toDirectory();
    server =
        new LostServer(() -> directory, InstantSource.fixed(Lost.WEDNESDAY_MORNING), Lost.NAME);
    ask(Lost.findService(POLICE, Lost.point(48.8, 2.4), ""));
  }

  private static Zone zone(Drawn drawn) {
    Country country = drawn.code().country();
    return new Zone(
        new ZoneId(
            country.code().toLowerCase(java.util.Locale.ROOT)
                + "-"
                + drawn.code().code().toLowerCase(java.util.Locale.ROOT)),
        drawn.names().getFirst(),
        country,
        Optional.of(drawn.shape()),
        Set.of(),
        List.of(ChainStep.desk(CENTRE)),
        Optional.empty(),
        new PhoneNumber(country.equals(Country.FR) ? "17" : "101"),
        Optional.empty(),
        true);
  }

  private static Service service(String id, String need, Coverage coverage) {
    return new Service(
        new ServiceId(id),
        new OrganisationId("org"),
        id,
        ServiceKind.ASSOCIATION,
        Set.of(need),
        Set.of(),
        List.of(new SpokenLanguage(Language.FR, OpeningHours.ALWAYS)),
        coverage,
        List.of(new ServiceChannel.Phone(new PhoneNumber("3919"), OpeningHours.ALWAYS)),
        Optional.empty(),
        ZoneOffset.UTC,
        LocalDate.of(2026, 11, 1),
        true);
  }

  private String ask(String request) {
    return server.answer(request.getBytes(UTF_8));
  }

  private Coordinate somewhere() {
    Envelope box = communes.get(random.nextInt(communes.size())).shape().getEnvelopeInternal();
    return new Coordinate(
        box.getMinX() + random.nextDouble() * box.getWidth(),
        box.getMinY() + random.nextDouble() * box.getHeight());
  }

  private static String located(String service, Coordinate at, String attributes) {
    return Lost.findService(service, Lost.point(at.y, at.x), attributes);
  }

  @Test
  void pointsAreAnsweredInMilliseconds() {
    for (String service : List.of(POLICE, COUNSELING, SHELTER)) {
      long[] took = new long[QUESTIONS];
      int found = 0;
      for (int i = 0; i < QUESTIONS; i++) {
        String request = located(service, somewhere(), "serviceBoundary=\"reference\"");
        long before = System.nanoTime();
        String answer = ask(request);
        took[i] = System.nanoTime() - before;
        found += answer.contains("<mapping ") ? 1 : 0;
      }
      print("findService " + service, took);
      assertThat(found).isGreaterThan(QUESTIONS / 2);
      assertThat(percentile(took, 50)).as("microseconds, median").isLessThan(100_000);
    }
  }

  @Test
  void whatIsOfferedThereIsListed() {
    long[] took = new long[QUESTIONS];
    int listed = 0;
    for (int i = 0; i < QUESTIONS; i++) {
      Coordinate at = somewhere();
      String request =
          """
          <listServicesByLocation xmlns="urn:ietf:params:xml:ns:lost1"
              xmlns:gml="http://www.opengis.net/gml">%s
          </listServicesByLocation>
          """
              .formatted(Lost.point(at.y, at.x));
      long before = System.nanoTime();
      String answer = ask(request);
      took[i] = System.nanoTime() - before;
      listed += answer.contains("urn:service:sos") ? 1 : 0;
    }
    assertThat(listed).isGreaterThan(QUESTIONS / 2);
    print("listServicesByLocation", took);
    assertThat(percentile(took, 50)).as("microseconds, median").isLessThan(200_000);
  }

  /// The smallest, a department's, and a country's: none holds a point that is not in it.
  @Test
  void boundariesByValueHoldNothingThatIsOutside() {
    Coordinate lille = new Coordinate(3.06, 50.63);
    assertThat(check("a commune", POLICE, lille, "fr-59350")).isTrue();
    assertThat(check("a department", SHELTER, lille, "shelter-fr59")).isTrue();
    // 35,357 communes: neither by value nor as a reference that nobody could follow.
    assertThat(check("a country", COUNSELING, lille, "helpline-fr")).isFalse();
    assertThat(ask(located(COUNSELING, lille, "serviceBoundary=\"reference\"")))
        .doesNotContain("serviceBoundaryReference");
  }

  /// Whether a boundary was drawn.
  private boolean check(String what, String service, Coordinate at, String expected) {
    String request = located(service, at, "serviceBoundary=\"value\"");
    long before = System.nanoTime();
    String text = ask(request);
    long first = System.nanoTime() - before;
    before = System.nanoTime();
    ask(request);
    long again = System.nanoTime() - before;
    System.out.printf(
        "LoST national: boundary of %s: %d bytes, %d ms, then %d ms, %s%n",
        what,
        text.length(),
        first / 1_000_000,
        again / 1_000_000,
        text.contains("<serviceBoundary") ? "by value" : "too much to draw: none");
    Lost.Answer answer = Lost.read(text);
    assertThat(answer.mappings()).contains(expected);
    assertThat(first).as("nanoseconds to draw").isLessThan(30_000_000_000L);
    if (answer.elements("serviceBoundary").isEmpty()) {
      return false;
    }
    assertThat(text.length()).isLessThan(2_500_000);
    holdsNothingElse(answer.boundary(), service, expected);
    return true;
  }

  private void holdsNothingElse(Geometry boundary, String service, String expected) {
    PreparedGeometry prepared = PreparedGeometryFactory.prepare(boundary);
    Geometry border = boundary.getBoundary();
    Envelope box = boundary.getEnvelopeInternal();
    int inside = 0;
    for (int i = 0; i < 400; i++) {
      Coordinate at =
          new Coordinate(
              box.getMinX() + random.nextDouble() * box.getWidth(),
              box.getMinY() + random.nextDouble() * box.getHeight());
      Point point = new GeometryFactory().createPoint(at);
      if (prepared.contains(point) && border.distance(point) > BORDER) {
        String there = located(service, at, "");
        assertThat(Lost.read(ask(there)).mappings()).as(at.toString()).contains(expected);
        inside++;
      }
    }
    assertThat(inside).isGreaterThan(20);
  }

  private static void print(String what, long[] took) {
    System.out.printf(
        "LoST national: %s: p50 %d us, p99 %d us, worst %d us%n",
        what, percentile(took, 50), percentile(took, 99), percentile(took, 100));
  }

  private static long percentile(long[] took, int percent) {
    long[] sorted = took.clone();
    Arrays.sort(sorted);
    return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1_000;
  }
}
