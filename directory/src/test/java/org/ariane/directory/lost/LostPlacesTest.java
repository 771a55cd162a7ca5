package org.ariane.directory.lost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.ariane.directory.Directory;
import org.ariane.directory.Sample;
import org.ariane.directory.place.Position;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Shapes, the order of lat and lon, hours, and what is never told.
class LostPlacesTest {
  private static final String POLICE = "urn:service:sos.police";
  private static final String COUNSELING = "urn:service:counseling";
  private static Lost lost;

  @BeforeAll
  static void open() {
    lost = new Lost(Sample.directory(), Lost.WEDNESDAY_MORNING);
  }

  @Test
  void latComesFirstInQuestionsAndAnswers() {
    assertThat(lost.find(POLICE, Lost.point(2.455, 48.79)).faults("errors"))
        .containsExactly("notFound");
    Lost.Answer answer =
        lost.ask(Lost.findService(POLICE, Lost.point(48.79, 2.455), "serviceBoundary='value'"));
    String[] positions = answer.first("posList").split(" ", -1);
    assertThat(Double.parseDouble(positions[0])).isBetween(48.0, 49.0);
    assertThat(Double.parseDouble(positions[1])).isBetween(2.0, 3.0);
  }

  @Test
  void aCircleInOneZoneHasItsMappingOnly() {
    assertThat(lost.find(POLICE, Lost.circle(48.79, 2.455, 100)).mappings())
        .containsExactly("fr-94-creteil");
    assertThat(lost.find(POLICE, Lost.circle(48.79, 2.455, 0)).mappings())
        .containsExactly("fr-94-creteil");
  }

  @Test
  void aCircleOverSeveralZonesIsFirstInTheOneThatHoldsMostOfIt() {
    Lost.Answer large = lost.find(POLICE, Lost.circle(48.79, 2.455, 8_000));
    assertThat(large.mappings()).startsWith("fr-94").contains("fr-94-creteil");
    Lost.Answer lille = lost.find(POLICE, Lost.circle(50.63, 3.06, 1_000));
    assertThat(lille.mappings()).startsWith("fr-59-lille");
  }

  @Test
  void aCircleThatReachesIntoAZoneIsAnsweredByIt() {
    Lost.Answer off = lost.find(POLICE, Lost.circle(48.79, 2.80, 30_000));
    assertThat(off.mappings()).first().asString().startsWith("fr-94");
    assertThat(off.faults("warnings")).isEmpty();
  }

  @Test
  void aPlaceNextToAZoneIsAnsweredByItAndThisIsSaid() {
    Lost.Answer near = lost.find(POLICE, Lost.point(48.79, 2.66));
    assertThat(near.faults("warnings")).containsExactly("defaultMappingReturned");
    assertThat(near.mappings()).first().asString().startsWith("fr-94");
    assertThat(near.elements("serviceBoundaryReference")).isEmpty();
    assertThat(lost.find(POLICE, Lost.point(48.79, 3.5)).faults("errors"))
        .containsExactly("notFound");
  }

  @Test
  void polygonsEllipsesAndArcBandsAreUnderstood() {
    String srs = "srsName='urn:ogc:def:crs:EPSG::4326'";
    String metres = "uom='urn:ogc:def:uom:EPSG::9001'";
    String degrees = "uom='urn:ogc:def:uom:EPSG::9102'";
    String centre = "<gml:pos>48.79 2.455</gml:pos>";
    String polygon =
        """
        <gml:Polygon %s><gml:exterior><gml:LinearRing>
        <gml:pos>48.789 2.454</gml:pos><gml:pos>48.789 2.456</gml:pos>
        <gml:pos>48.791 2.455</gml:pos><gml:pos>48.789 2.454</gml:pos>
        </gml:LinearRing></gml:exterior></gml:Polygon>
        """
            .formatted(srs);
    String ellipse =
        """
        <gs:Ellipse %s>%s<gs:semiMajorAxis %s>90</gs:semiMajorAxis>
        <gs:semiMinorAxis %s>50</gs:semiMinorAxis><gs:orientation %s>30</gs:orientation></gs:Ellipse>
        """
            .formatted(srs, centre, metres, metres, degrees);
    String band =
        """
        <gs:ArcBand %s>%s<gs:innerRadius %s>0</gs:innerRadius><gs:outerRadius %s>90</gs:outerRadius>
        <gs:startAngle %s>20</gs:startAngle><gs:openingAngle %s>20</gs:openingAngle></gs:ArcBand>
        """
            .formatted(srs, centre, metres, metres, degrees, degrees);
    for (String shape : new String[] {polygon, ellipse, band}) {
      assertThat(lost.find(POLICE, Lost.geodetic(shape)).mappings())
          .as(shape)
          .containsExactly("fr-94-creteil");
    }
    String folded = polygon.replace("48.791 2.455", "48.789 2.455");
    assertThat(lost.find(POLICE, Lost.geodetic(folded)).faults("errors"))
        .containsExactly("locationInvalid");
  }

  @Test
  void anEllipseAndABandLieWhereTheirAnglesPoint() {
    var centre = new Position(48, 2);
    var north = ShapeOutline.ellipse(centre, 1_000, 10, 0).getEnvelopeInternal();
    assertThat(north.getHeight()).isGreaterThan(10 * north.getWidth());
    var east = ShapeOutline.arcBand(centre, 900, 1_000, 80, 20).getCentroid();
    assertThat(east.getX()).isGreaterThan(2.01);
    assertThat(east.getY()).isBetween(47.99, 48.01);
    double metre = centre.distanceKm(new Position(48, 2.01)) * 1_000;
    assertThat(ShapeOutline.circle(centre, metre).getEnvelopeInternal().getMaxX())
        .isCloseTo(2.01, offset(1e-5));
  }

  @Test
  void helpIsNamedByNumberPageAndNameInItsLanguage() {
    Lost.Answer answer = lost.find("urn:service:counseling.children", Lost.point(48.79, 2.455));
    assertThat(answer.mappings()).containsExactly("fr-119");
    assertThat(answer.all("uri"))
        .containsExactly("tel:119;phone-context=+33", "https://www.allo119.gouv.fr");
    assertThat(answer.attribute("displayName", "xml:lang")).isEqualTo("fr");
    Lost.Answer local = lost.find(COUNSELING, Lost.point(48.79, 2.455));
    assertThat(local.mappings()).containsExactly("sample-fr-94-01");
    assertThat(local.first("uri")).isEqualTo("tel:+33199000001");
    assertThat(local.first("serviceNumber")).isEqualTo("0199000001");
    assertThat(local.attribute("mapping", "message")).isEqualTo("Invented for trials");
  }

  @Test
  void whoIsClosedGivesWayAndTheAnswerExpiresWithTheQuarterOfTheHour() {
    AtomicReference<Instant> now = new AtomicReference<>(Lost.WEDNESDAY_MORNING);
    Directory directory = Sample.directory();
    Lost server = new Lost(directory, now::get);
    String lille = Lost.point(50.63, 3.06);
    Lost.Answer open = server.find(COUNSELING, lille);
    assertThat(open.mappings()).containsExactly("sample-fr-59-01");
    Instant expires = Instant.parse(open.attribute("mapping", "expires"));
    assertThat(Duration.between(now.get(), expires)).isEqualTo(Duration.ofMinutes(15));

    now.set(Instant.parse("2026-11-25T21:07:00Z"));
    Lost.Answer closed = server.find(COUNSELING, lille);
    assertThat(closed.mappings()).containsExactly("fr-3919");
    assertThat(closed.attribute("mapping", "expires")).isEqualTo("2026-11-25T21:15:00Z");
    assertThat(Instant.parse(closed.attribute("mapping", "lastUpdated")))
        .isAfter(Instant.parse(open.attribute("mapping", "lastUpdated")));
    assertThat(closed.attribute("serviceBoundaryReference", "key"))
        .isNotEqualTo(open.attribute("serviceBoundaryReference", "key"));
  }

  @Test
  void aReferenceGivenEarlierIsStillKnownLaterAndOnAnotherServer() {
    AtomicReference<Instant> now = new AtomicReference<>(Lost.WEDNESDAY_MORNING);
    Directory directory = Sample.directory();
    Lost server = new Lost(directory, now::get);
    String day =
        server
            .find(COUNSELING, Lost.point(50.63, 3.06))
            .attribute("serviceBoundaryReference", "key");
    String police =
        server.find(POLICE, Lost.point(50.63, 3.06)).attribute("serviceBoundaryReference", "key");
    Lost other = new Lost(Sample.directory(), Lost.WEDNESDAY_MORNING);
    for (String key : new String[] {day, police}) {
      assertThat(boundary(other, key).root()).isEqualTo("getServiceBoundaryResponse");
    }
    now.set(Instant.parse("2026-11-25T21:07:00Z"));
    assertThat(boundary(server, day).root()).isEqualTo("getServiceBoundaryResponse");
  }

  private static Lost.Answer boundary(Lost server, String key) {
    return server.ask(
        "<getServiceBoundary xmlns='urn:ietf:params:xml:ns:lost1' key='" + key + "'/>");
  }

  @Test
  void neitherSitesNorAgreedNumbersAreEverTold() {
    Directory directory = Sample.directory();
    for (String service : new String[] {POLICE, COUNSELING, "urn:service:shelter"}) {
      for (String place :
          new String[] {
            Lost.point(48.79, 2.455), Lost.point(50.63, 3.06), Lost.point(50.64, 5.57)
          }) {
        Lost.Answer answer = lost.ask(Lost.findService(service, place, "serviceBoundary='value'"));
        directory.services().stream()
            .flatMap(each -> each.site().stream())
            .forEach(
                site -> assertThat(answer.text()).doesNotContain(site.lat() + " " + site.lon()));
        directory.zones().stream()
            .flatMap(zone -> zone.agreedNumber().stream())
            .forEach(number -> assertThat(answer.text()).doesNotContain(number.dialled()));
      }
    }
    Lost.Answer shelter =
        lost.ask(
            Lost.findService(
                "urn:service:shelter", Lost.point(50.63, 3.06), "serviceBoundary='value'"));
    var nord = directory.zones().stream().filter(z -> z.id().value().equals("fr-59")).findFirst();
    assertThat(shelter.boundary().symDifference(nord.orElseThrow().area().orElseThrow()).getArea())
        .isLessThan(1e-6);
  }
}
