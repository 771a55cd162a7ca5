package org.ariane.directory.lost;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.InstantSource;
import org.ariane.directory.Sample;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Errors and warnings by their names (RFC 5222 section 13), and what a request must not do to us.
class LostFaultsTest {
  private static final String POLICE = "urn:service:sos.police";
  private static final String CRETEIL = Lost.point(48.79, 2.455);
  private static Lost lost;

  @BeforeAll
  static void open() {
    lost = new Lost(Sample.directory(), Lost.WEDNESDAY_MORNING);
  }

  private static void assertError(String request, String name) {
    Lost.Answer answer = lost.ask(request);
    assertThat(answer.root()).as(answer.text()).isEqualTo("errors");
    assertThat(answer.faults("errors")).as(answer.text()).contains(name);
    assertThat(answer.attribute("errors", "source")).isEqualTo(Lost.NAME);
  }

  private static void assertFindError(String location, String name) {
    assertError(Lost.findService(POLICE, location, ""), name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "not XML",
        "<findService",
        "<findService xmlns='urn:ietf:params:xml:ns:lost1'/>",
        "<findService xmlns='urn:ietf:params:xml:ns:lost2'/>",
        "<findService/>",
        "<mapping xmlns='urn:ietf:params:xml:ns:lost1'/>",
        "<findServiceResponse xmlns='urn:ietf:params:xml:ns:lost1'/>",
        "<listServices xmlns='urn:ietf:params:xml:ns:lost1'>text</listServices>",
        "<listServices xmlns='urn:ietf:params:xml:ns:lost1' other='1'/>",
        "<listServices xmlns='urn:ietf:params:xml:ns:lost1'><other/></listServices>",
        "<listServices xmlns='urn:ietf:params:xml:ns:lost1'><path/></listServices>",
        "<listServices xmlns='urn:ietf:params:xml:ns:lost1'><path><via/></path></listServices>",
        "<getServiceBoundary xmlns='urn:ietf:params:xml:ns:lost1'/>",
        "<unbound:listServices/>"
      })
  void whatIsNoRequestIsABadRequest(String request) {
    assertError(request, "badRequest");
  }

  @Test
  void entitiesAndDocumentTypesAreRefusedUnread() {
    assertError(
        """
        <!DOCTYPE findService [<!ENTITY secret SYSTEM "file:///etc/passwd">]>
        <listServices xmlns="urn:ietf:params:xml:ns:lost1"><service>&secret;</service></listServices>
        """,
        "badRequest");
    assertError(
        """
        <!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>
        <listServices xmlns="urn:ietf:params:xml:ns:lost1"><service>&c;</service></listServices>
        """,
        "badRequest");
    assertError(
        "<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/a.dtd'><listServices"
            + " xmlns='urn:ietf:params:xml:ns:lost1'/>",
        "badRequest");
    assertError(
        "<listServices xmlns='urn:ietf:params:xml:ns:lost1'>&undefined;</listServices>",
        "badRequest");
  }

  @Test
  void otherEncodingsThanUtf8AreRefused() {
    String request = "<listServices xmlns='urn:ietf:params:xml:ns:lost1'><!-- é --></listServices>";
    assertThat(lost.raw(request.getBytes(UTF_8))).contains("listServicesResponse");
    assertThat(lost.raw(request.getBytes(ISO_8859_1))).contains("badRequest");
    assertThat(lost.raw(request.getBytes(UTF_16))).contains("badRequest");
  }

  @Test
  void sizesAreLimited() {
    String deep = "<a xmlns='urn:other'>".repeat(40) + "</a>".repeat(40);
    String many = "<a xmlns='urn:other'/>".repeat(2_100);
    String large = "<!-- " + "x".repeat(70_000) + " -->";
    StringBuilder wide = new StringBuilder("<a xmlns='urn:other' ");
    for (int i = 0; i < 40; i++) {
      wide.append("a").append(i).append("='' ");
    }
    wide.append("/>");
    for (String inside : new String[] {deep, many, large, wide.toString()}) {
      assertError(
          "<listServices xmlns='urn:ietf:params:xml:ns:lost1'>" + inside + "</listServices>",
          "badRequest");
    }
    assertFindError(CRETEIL.replace("\"here\"", "\"" + "x".repeat(300) + "\""), "badRequest");
  }

  @Test
  void placesThatDoNotExistAreInvalid() {
    assertFindError(Lost.point(91, 2), "locationInvalid");
    assertFindError(Lost.point(48, 181), "locationInvalid");
    assertFindError(Lost.geodetic(shape("48.79")), "locationInvalid");
    assertFindError(Lost.geodetic(shape("48,79 2,455")), "locationInvalid");
    assertFindError(Lost.geodetic(shape("NaN 2.455")), "locationInvalid");
    assertFindError(Lost.circle(48.79, 2.455, -1), "locationInvalid");
    assertFindError(Lost.circle(48.79, 2.455, 1e9), "locationInvalid");
    assertFindError(Lost.civic("<A3>Lille</A3>"), "locationInvalid");
    assertFindError(Lost.civic("<country>Oz</country>"), "locationInvalid");
  }

  private static String shape(String pos) {
    return "<gml:Point srsName='urn:ogc:def:crs:EPSG::4326'><gml:pos>"
        + pos
        + "</gml:pos></gml:Point>";
  }

  @Test
  void otherReferenceSystemsAreNamedSo() {
    for (String srs :
        new String[] {"urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:EPSG::2154", ""}) {
      assertFindError(CRETEIL.replace("urn:ogc:def:crs:EPSG::4326", srs), "SRSInvalid");
    }
    Lost.Answer high =
        lost.find(
            POLICE,
            Lost.geodetic(
                "<gml:Point srsName='urn:ogc:def:crs:EPSG::4979'><gml:pos>48.79 2.455 12</gml:pos></gml:Point>"));
    assertThat(high.mappings()).containsExactly("fr-94-creteil");
  }

  @Test
  void profilesThatAreNotUnderstoodAreRepeated() {
    String location = "<location id='a' profile='prism'><x xmlns='urn:x'/></location>";
    Lost.Answer answer = lost.find(POLICE, location);
    assertThat(answer.faults("errors")).containsExactly("locationProfileUnrecognized");
    assertThat(answer.attribute("locationProfileUnrecognized", "unsupportedProfiles"))
        .isEqualTo("prism");
    assertFindError(location.replace(" profile='prism'", ""), "locationProfileUnrecognized");
  }

  @Test
  void shapesOfWrongNamespacesAreBadRequests() {
    assertFindError("<location id='a'><Point/></location>", "badRequest");
    assertFindError(
        Lost.geodetic("<Point xmlns='http://www.opengis.net/'><pos>48 2</pos></Point>"),
        "badRequest");
    assertFindError(
        Lost.geodetic("<gml:Circle srsName='urn:ogc:def:crs:EPSG::4326'/>"), "badRequest");
    assertFindError(
        "<location id='a' profile='civic'><civicAddress xmlns='urn:x'/></location>", "badRequest");
    assertFindError(CRETEIL + CRETEIL, "badRequest");
  }

  @Test
  void aProfileThatIsNotNamedIsToldByItsContent() {
    String unnamed = CRETEIL.replace(" profile=\"geodetic-2d\"", "");
    assertThat(lost.find(POLICE, unnamed).mappings()).containsExactly("fr-94-creteil");
  }

  @Test
  void aRequestThatWasHereBeforeIsALoop() {
    String request =
        Lost.findService(POLICE, CRETEIL, "recursive='true'")
            .replace("</findService>", "<path><via source='a.example'/>%s</path></findService>");
    assertError(request.formatted("<via source='" + Lost.NAME + "'/>"), "loop");
    assertError(request.formatted("<via source='a.example'/>"), "loop");
    Lost.Answer answer = lost.ask(request.formatted("<via source='b.example'/>"));
    assertThat(answer.elements("via").stream().map(via -> via.getAttribute("source")))
        .containsExactly("a.example", "b.example", Lost.NAME);
  }

  @Test
  void whatNobodyOffersIsToldFromWhatIsNotOfferedThere() {
    assertError(Lost.findService("urn:service:pizza", CRETEIL, ""), "serviceNotImplemented");
    assertError(Lost.findService("https://example.com", CRETEIL, ""), "serviceNotImplemented");
    assertError(Lost.findService("urn:service:shelter", CRETEIL, ""), "notFound");
    assertFindError(Lost.point(-34.407, 150.883), "notFound");
    assertFindError(Lost.civic("<country>AU</country><PC>2500</PC>"), "notFound");
    assertError(
        "<listServices xmlns='urn:ietf:params:xml:ns:lost1'><service>urn:service:pizza</service></listServices>",
        "serviceNotImplemented");
    assertError(
        "<getServiceBoundary xmlns='urn:ietf:params:xml:ns:lost1' key='7214148E0433AFE2FA2D48003D31172E'/>",
        "notFound");
  }

  @Test
  void anotherServiceStandsInAndThisIsSaid() {
    Lost.Answer children = lost.find("urn:service:counseling.mental-health", CRETEIL);
    assertThat(children.first("service")).isEqualTo("urn:service:counseling");
    assertThat(children.faults("warnings")).containsExactly("serviceSubstitution");
    Lost.Answer fire = lost.find("urn:service:sos.fire", CRETEIL);
    assertThat(fire.first("service")).isEqualTo(POLICE);
    assertThat(fire.first("serviceNumber")).isEqualTo("112");
    assertThat(fire.faults("warnings")).containsExactly("serviceSubstitution");
  }

  @Test
  void nobodyWhoHarmsIsSentToTheVictimsLine() {
    assertThat(lost.find("urn:service:counseling.perpetrator", CRETEIL).mappings())
        .containsExactly("fr-0801901911");
    assertError(
        Lost.findService(
            "urn:service:counseling.perpetrator.group", Lost.civic("<country>LU</country>"), ""),
        "serviceNotImplemented");
  }

  @Test
  void whereThePlaceIsNotKnownTheNextOneAnswersAndThisIsSaid() {
    Lost.Answer edge = lost.find(POLICE, Lost.civic("<country>FR</country><PC>75001</PC>"));
    assertThat(edge.faults("warnings")).containsExactly("defaultMappingReturned");
    assertThat(edge.attribute("mapping", "expires")).isEqualTo("NO-CACHE");
    assertThat(edge.first("serviceNumber")).isEqualTo("112");
    assertThat(edge.elements("serviceBoundary")).isEmpty();
    Lost.Answer help =
        lost.ask(
            Lost.findService(
                "urn:service:counseling",
                Lost.civic("<country>FR</country><PC>75001</PC>"),
                "validateLocation='true'"));
    assertThat(help.mappings()).containsExactly("fr-3919");
    assertThat(help.faults("warnings"))
        .containsExactly("defaultMappingReturned", "locationValidationUnavailable");
  }

  @Test
  void contradictionsOfAnAddressAreDecidedForThePostcode() {
    Lost.Answer answer =
        lost.ask(
            Lost.findService(
                POLICE,
                Lost.civic("<country>fr</country><A3>Créteil</A3><PC>59000</PC>"),
                "validateLocation='1'"));
    assertThat(answer.mappings()).containsExactly("fr-59-lille");
    assertThat(answer.first("valid")).isEqualTo("country PC");
    assertThat(answer.first("invalid")).isEqualTo("A3");
    Lost.Answer named =
        lost.ask(
            Lost.findService(
                POLICE,
                Lost.civic("<country>BE</country><A3>luik</A3><PC>x</PC>"),
                "validateLocation='true'"));
    assertThat(named.mappings()).containsExactly("be-lie-ville");
    assertThat(named.first("invalid")).isEqualTo("PC");
  }

  @Test
  void aFaultOfOursIsAnInternalErrorThatIsValidToo() {
    LostServer broken =
        new LostServer(
            () -> {
              throw new IllegalStateException("no directory");
            },
            InstantSource.system(),
            Lost.NAME);
    byte[] request = "<listServices xmlns='urn:ietf:params:xml:ns:lost1'/>".getBytes(UTF_8);
    assertThatThrownBy(() -> broken.answer(request)).isInstanceOf(IllegalStateException.class);
    assertThat(lost.schema().faults(broken.failure())).isEmpty();
    assertThat(broken.failure()).contains("internalError");
  }

  @Test
  void aServerHasAName() {
    assertThatThrownBy(() ->
            new LostServer(
                Sample::directory,
                InstantSource.offset(InstantSource.system(), Duration.ZERO),
                "nodot"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
