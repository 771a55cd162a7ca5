package org.ariane.directory.lost;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.ariane.directory.Sample;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

/// The requests of RFC 5222's figures, with our places in the place of theirs.
class Rfc5222ExamplesTest {
  private static final String GEODETIC =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <findService
        xmlns="urn:ietf:params:xml:ns:lost1"
        xmlns:p2="http://www.opengis.net/gml"
        serviceBoundary="%s"
        recursive="true">
        <location id="6020688f1ce1896d" profile="geodetic-2d">
          <p2:Point id="point1" srsName="urn:ogc:def:crs:EPSG::4326">
             <p2:pos>48.79 2.455</p2:pos>
          </p2:Point>
        </location>
        <service>urn:service:sos.police</service>
      </findService>
      """;

  private static Lost lost;

  @BeforeAll
  static void open() {
    lost = new Lost(Sample.directory(), Lost.WEDNESDAY_MORNING);
  }

  @Test
  void figure1GeodeticQueryIsAnsweredLikeFigure2() {
    Lost.Answer answer = lost.ask(GEODETIC.formatted("value"));

    assertThat(answer.root()).isEqualTo("findServiceResponse");
    assertThat(answer.mappings()).containsExactly("fr-94-creteil");
    assertThat(answer.first("displayName")).isEqualTo("Police 112, Créteil");
    assertThat(answer.first("service")).isEqualTo("urn:service:sos.police");
    assertThat(answer.first("uri")).isEqualTo("tel:112;phone-context=+33");
    assertThat(answer.first("serviceNumber")).isEqualTo("112");
    assertThat(answer.attribute("locationUsed", "id")).isEqualTo("6020688f1ce1896d");
    assertThat(answer.attribute("via", "source")).isEqualTo(Lost.NAME);
    assertThat(answer.attribute("mapping", "source")).isEqualTo(Lost.NAME);
    assertThat(Instant.parse(answer.attribute("mapping", "expires")))
        .isAfter(Lost.WEDNESDAY_MORNING);
    assertThat(Instant.parse(answer.attribute("mapping", "lastUpdated")))
        .isBeforeOrEqualTo(Lost.WEDNESDAY_MORNING);
    assertThat(
            answer
                .boundary()
                .contains(answer.boundary().getFactory().createPoint(new Coordinate(2.455, 48.79))))
        .isTrue();
  }

  @Test
  void figures3And4CivicQueryIsAnsweredWithACivicBoundary() {
    Lost.Answer answer = lost.ask(civicQuery("recursive=\"true\" serviceBoundary=\"value\""));

    assertThat(answer.mappings()).containsExactly("fr-59-lille");
    assertThat(answer.attribute("serviceBoundary", "profile")).isEqualTo("civic");
    assertThat(answer.all("PC")).contains("59000", "59800").doesNotContain("59100");
    assertThat(answer.first("country")).isEqualTo("FR");
    assertThat(answer.elements("locationValidation")).isEmpty();
  }

  @Test
  void figures5And6AddressIsValidatedWhereThatIsAskedFor() {
    Lost.Answer answer = lost.ask(civicQuery("validateLocation=\"true\""));

    assertThat(answer.first("valid")).isEqualTo("country A3 PC");
    assertThat(answer.elements("invalid")).isEmpty();
    assertThat(answer.first("unchecked")).isEqualTo("A1 A6 HNO");
  }

  private static String civicQuery(String attributes) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <findService xmlns="urn:ietf:params:xml:ns:lost1" %s>
      <location id="627b8bf819d0bad4d" profile="civic">
        <civicAddress
          xmlns="urn:ietf:params:xml:ns:pidf:geopriv10:civicAddr">
          <country>FR</country>
          <A1>Hauts-de-France</A1>
          <A3>Lille</A3>
          <A6>rue Nationale</A6>
          <HNO>6</HNO>
          <PC>59800</PC>
        </civicAddress>
      </location>
      <service>urn:service:sos.police</service>
    </findService>
    """
        .formatted(attributes);
  }

  @Test
  void figures7To10ReferenceIsAnsweredByTheSameBoundaryAsByValue() {
    Lost.Answer reference = lost.ask(GEODETIC.formatted("reference"));
    String key = reference.attribute("serviceBoundaryReference", "key");
    assertThat(key).matches("[0-9a-f]{32}");
    assertThat(reference.attribute("serviceBoundaryReference", "source")).isEqualTo(Lost.NAME);

    Lost.Answer boundary =
        lost.ask(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <getServiceBoundary xmlns="urn:ietf:params:xml:ns:lost1"
                key="%s"/>
            """
                .formatted(key));

    assertThat(boundary.root()).isEqualTo("getServiceBoundaryResponse");
    assertThat(boundary.boundary().equalsTopo(lost.ask(GEODETIC.formatted("value")).boundary()))
        .isTrue();
  }

  @Test
  void figures11And12ServicesBelowAServiceAreListed() {
    Lost.Answer answer =
        lost.ask(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <listServices
              xmlns="urn:ietf:params:xml:ns:lost1">
              <service>urn:service:counseling</service>
            </listServices>
            """);

    assertThat(answer.root()).isEqualTo("listServicesResponse");
    assertThat(answer.first("serviceList").split(" "))
        .containsExactly(
            "urn:service:counseling.children",
            "urn:service:counseling.perpetrator",
            "urn:service:counseling.police-social-work");
    assertThat(
            lost.ask("<listServices xmlns=\"urn:ietf:params:xml:ns:lost1\"/>")
                .first("serviceList")
                .split(" "))
        .containsExactly("urn:service:counseling", "urn:service:shelter", "urn:service:sos");
  }

  @Test
  void figures13And14ServicesOfAPlaceAreListed() {
    assertThat(there(48.79, 2.455, "<service>urn:service:counseling</service>"))
        .containsExactly(
            "urn:service:counseling.children",
            "urn:service:counseling.perpetrator",
            "urn:service:counseling.police-social-work");
    assertThat(there(50.63, 3.06, "<service>urn:service:counseling</service>"))
        .containsExactly("urn:service:counseling.children", "urn:service:counseling.perpetrator");
    assertThat(there(50.63, 3.06, ""))
        .containsExactly("urn:service:counseling", "urn:service:shelter", "urn:service:sos");
    assertThat(there(50.63, 3.06, "<service>urn:service:sos</service>"))
        .containsExactly("urn:service:sos.police");
    assertThat(there(-34.407, 150.883, "")).containsExactly("");
  }

  private static String[] there(double lat, double lon, String service) {
    return lost.ask(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <listServicesByLocation
              xmlns="urn:ietf:params:xml:ns:lost1"
              xmlns:p2="http://www.opengis.net/gml"
              recursive="true">
              <location id="3e19dfb3b9828c3" profile="geodetic-2d">
                <p2:Point srsName="urn:ogc:def:crs:EPSG::4326">
                  <p2:pos>%s %s</p2:pos>
                </p2:Point>
              </location>
              %s
            </listServicesByLocation>
            """
                .formatted(lat, lon, service))
        .first("serviceList")
        .split(" ");
  }

  @Test
  void figures15And16FirstProfileThatIsUnderstoodIsUsed() {
    Lost.Answer answer =
        lost.ask(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <findService
              xmlns="urn:ietf:params:xml:ns:lost1"
              xmlns:gml="http://www.opengis.net/gml"
              xmlns:gs="http://www.opengis.net/pidflo/1.0"
              recursive="true"
              serviceBoundary="value">
              <location id="ABC 123"
                  profile="not-yet-standardized-prism-profile">
                <gs:Prism srsName="urn:ogc:def:crs:EPSG::4979">
                  <gs:base>
                    <gml:Polygon>
                      <gml:exterior>
                        <gml:LinearRing>
                          <gml:posList>
                            42.556844 -73.248157 36.6
                            42.656844 -73.248157 36.6
                            42.656844 -73.348157 36.6
                            42.556844 -73.348157 36.6
                            42.556844 -73.248157 36.6
                          </gml:posList>
                        </gml:LinearRing>
                      </gml:exterior>
                    </gml:Polygon>
                  </gs:base>
                  <gs:height uom="urn:ogc:def:uom:EPSG::9001">
                    2.4
                  </gs:height>
                </gs:Prism>
              </location>
              <location id="DEF 345" profile="geodetic-2d">
                <gml:Point id="point1" srsName="urn:ogc:def:crs:EPSG:4326">
                  <gml:pos>50.6327 3.0573</gml:pos>
                </gml:Point>
              </location>
              <service>urn:service:sos.police</service>
            </findService>
            """);

    assertThat(answer.mappings()).containsExactly("fr-59-lille");
    assertThat(answer.attribute("locationUsed", "id")).isEqualTo("DEF 345");
  }
}
