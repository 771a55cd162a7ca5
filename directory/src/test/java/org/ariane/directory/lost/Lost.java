package org.ariane.directory.lost;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.ariane.directory.Directory;
import org.assertj.core.api.Assertions;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// A LoST server and a client of it that reads answers with a parser of its own. Each answer is
/// held against the schema.
final class Lost {
  /// A Wednesday, all services of the sample open that ever are.
  static final Instant WEDNESDAY_MORNING = Instant.parse("2026-11-25T10:00:00Z");

  static final String NAME = "lost.example";
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final LostSchema schema;
  private final LostServer server;

  Lost(Directory directory, Instant now) {
    this(directory, InstantSource.fixed(now));
  }

  Lost(Directory directory, InstantSource clock) {
    this(new LostSchema(), directory, clock);
  }

  Lost(LostSchema schema, Directory directory, InstantSource clock) {
    this.schema = schema;
    server = new LostServer(() -> directory, clock, NAME);
  }

  LostSchema schema() {
    return schema;
  }

  String raw(byte[] request) {
    return server.answer(request);
  }

  Answer ask(String request) {
    String text = server.answer(request.getBytes(UTF_8));
    Assertions.assertThat(schema.faults(text)).as(text).isEmpty();
    return new Answer(text, parse(text));
  }

  Answer find(String service, String location) {
    return ask(findService(service, location, ""));
  }

  static String findService(String service, String location, String attributes) {
    return """
    <findService xmlns="urn:ietf:params:xml:ns:lost1" xmlns:gml="http://www.opengis.net/gml"
        xmlns:gs="http://www.opengis.net/pidflo/1.0" %s>
      %s
      <service>%s</service>
    </findService>
    """
        .formatted(attributes, location, service);
  }

  static String point(double lat, double lon) {
    return geodetic(
        "<gml:Point srsName=\"urn:ogc:def:crs:EPSG::4326\"><gml:pos>%s %s</gml:pos></gml:Point>"
            .formatted(lat, lon));
  }

  static String circle(double lat, double lon, double metres) {
    return geodetic(
        """
        <gs:Circle srsName="urn:ogc:def:crs:EPSG::4326"><gml:pos>%s %s</gml:pos>
        <gs:radius uom="urn:ogc:def:uom:EPSG::9001">%s</gs:radius></gs:Circle>
        """
            .formatted(lat, lon, metres));
  }

  static String geodetic(String shape) {
    return "<location id=\"here\" profile=\"geodetic-2d\">" + shape + "</location>";
  }

  static String civic(String labels) {
    return """
    <location id="here" profile="civic">
    <civicAddress xmlns="urn:ietf:params:xml:ns:pidf:geopriv10:civicAddr">%s</civicAddress>
    </location>
    """
        .formatted(labels);
  }

  /// An answer that was got elsewhere.
  static Answer read(String text) {
    return new Answer(text, parse(text));
  }

  private static Document parse(String text) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    } catch (ParserConfigurationException | SAXException e) {
      throw new AssertionError(text, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What came back.
  record Answer(String text, Document document) {
    String root() {
      return document.getDocumentElement().getLocalName();
    }

    /// Texts of all LoST elements of a name.
    List<String> all(String name) {
      return elements(name).stream().map(each -> each.getTextContent().strip()).toList();
    }

    String first(String name) {
      return all(name).getFirst();
    }

    List<Element> elements(String name) {
      NodeList found = document.getElementsByTagNameNS("*", name);
      List<Element> elements = new ArrayList<>();
      for (int i = 0; i < found.getLength(); i++) {
        if (found.item(i) instanceof Element element) {
          elements.add(element);
        }
      }
      return elements;
    }

    String attribute(String element, String name) {
      return elements(element).getFirst().getAttribute(name);
    }

    /// Names of the errors or warnings.
    List<String> faults(String container) {
      return elements(container).stream()
          .flatMap(each -> {
            List<String> names = new ArrayList<>();
            for (int i = 0; i < each.getChildNodes().getLength(); i++) {
              names.add(each.getChildNodes().item(i).getLocalName());
            }
            return names.stream();
          })
          .toList();
    }

    /// Ids of the mappings.
    List<String> mappings() {
      return elements("mapping").stream().map(each -> each.getAttribute("sourceId")).toList();
    }

    /// The geodetic boundary of the first mapping, lon lat.
    Geometry boundary() {
      Element boundary = elements("serviceBoundary").getFirst();
      NodeList polygons = boundary.getElementsByTagNameNS("*", "Polygon");
      List<Polygon> all = new ArrayList<>();
      for (int i = 0; i < polygons.getLength(); i++) {
        Element polygon = (Element) polygons.item(i);
        List<LinearRing> rings = new ArrayList<>();
        NodeList lists = polygon.getElementsByTagNameNS("*", "posList");
        for (int j = 0; j < lists.getLength(); j++) {
          rings.add(ring(lists.item(j).getTextContent()));
        }
        all.add(
            GEOMETRY.createPolygon(
                rings.getFirst(), rings.stream().skip(1).toArray(LinearRing[]::new)));
      }
      return GEOMETRY.createMultiPolygon(all.toArray(Polygon[]::new));
    }

    private static LinearRing ring(String text) {
      String[] words = text.strip().split("\\s+", -1);
      Coordinate[] corners = new Coordinate[words.length / 2];
      for (int i = 0; i < corners.length; i++) {
        corners[i] =
            new Coordinate(Double.parseDouble(words[2 * i + 1]), Double.parseDouble(words[2 * i]));
      }
      return GEOMETRY.createLinearRing(corners);
    }
  }
}
