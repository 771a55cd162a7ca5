package org.ariane.directory.lost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/// Writes boundaries: GML polygons in lat lon, of which several add up (RFC 5222 section 5.5), or
/// civic addresses.
final class BoundaryXml {
  /// About a centimetre, as [Outlines] draws.
  private static final int DECIMALS = 7;

  private BoundaryXml() {}

  static void write(XMLStreamWriter xml, Boundary boundary, String source)
      throws XMLStreamException {
    switch (boundary) {
      case Boundary.Reference(String key) -> {
        xml.writeEmptyElement("serviceBoundaryReference");
        ResponseWriter.attribute(xml, "source", source);
        ResponseWriter.attribute(xml, "key", key);
      }
      case Boundary.Outline(Geometry area) -> outline(xml, area);
      case Boundary.Addresses(List<Map<String, String>> all) -> {
        for (Map<String, String> labels : all) {
          address(xml, labels);
        }
      }
    }
  }

  static void outline(XMLStreamWriter xml, Geometry area) throws XMLStreamException {
    xml.writeStartElement("serviceBoundary");
    ResponseWriter.attribute(xml, "profile", LostNames.GEODETIC_PROFILE);
    for (Polygon polygon : polygons(area)) {
      xml.writeStartElement("gml", "Polygon", LostNames.GML);
      xml.writeNamespace("gml", LostNames.GML);
      ResponseWriter.attribute(xml, "srsName", LostNames.WGS_84);
      ring(xml, "exterior", polygon.getExteriorRing());
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        ring(xml, "interior", polygon.getInteriorRingN(i));
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static List<Polygon> polygons(Geometry area) {
    return IntStream.range(0, area.getNumGeometries())
        .mapToObj(area::getGeometryN)
        .filter(Polygon.class::isInstance)
        .map(Polygon.class::cast)
        .toList();
  }

  private static void ring(XMLStreamWriter xml, String name, LineString ring)
      throws XMLStreamException {
    xml.writeStartElement("gml", name, LostNames.GML);
    xml.writeStartElement("gml", "LinearRing", LostNames.GML);
    xml.writeStartElement("gml", "posList", LostNames.GML);
    StringBuilder positions = new StringBuilder();
    for (Coordinate corner : ring.getCoordinates()) {
      positions
          .append(positions.isEmpty() ? "" : " ")
          .append(degrees(corner.getY()))
          .append(' ')
          .append(degrees(corner.getX()));
    }
    ResponseWriter.text(xml, positions.toString());
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static String degrees(double value) {
    return BigDecimal.valueOf(value)
        .setScale(DECIMALS, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }

  private static void address(XMLStreamWriter xml, Map<String, String> labels)
      throws XMLStreamException {
    xml.writeStartElement("serviceBoundary");
    ResponseWriter.attribute(xml, "profile", LostNames.CIVIC_PROFILE);
    xml.writeStartElement("civicAddress");
    xml.writeDefaultNamespace(LostNames.CIVIC);
    for (String label : LostNames.CIVIC_LABELS) {
      if (labels.containsKey(label)) {
        ResponseWriter.element(xml, label, labels.getOrDefault(label, ""));
      }
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }
}
