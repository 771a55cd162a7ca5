package org.ariane.directory.lost;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ariane.directory.place.Position;
import org.locationtech.jts.geom.Geometry;

/// Reads the shapes of RFC 5491 section 5.2 that RFC 5222 section 12.2 names. Positions are lat lon
/// in WGS 84, as EPSG:4326 has them; an altitude (EPSG:4979) is read and left out.
final class GeodeticReader {
  private static final Pattern FLAT = Pattern.compile("urn:ogc:def:{1,2}crs:EPSG:[0-9.]*:?4326");
  private static final Pattern WITH_ALTITUDE =
      Pattern.compile("urn:ogc:def:{1,2}crs:EPSG:[0-9.]*:?4979");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]{1,20}(\\.[0-9]{0,40})?|\\.[0-9]{1,40})([eE][+-]?[0-9]{1,2})?");
  private static final Pattern BLANKS = Pattern.compile("[ \\t\\r\\n]+");
  private static final String METRES = "urn:ogc:def:uom:EPSG::9001";
  private static final String DEGREES = "urn:ogc:def:uom:EPSG::9102";
  private static final double MAX_METRES = 1_000_000;
  private static final int MAX_POINTS = 1_000;

  private GeodeticReader() {}

  static LostLocation read(String id, XmlNode shape) {
    if (shape.is(LostNames.GML, "Point")) {
      return new LostLocation.Point(id, centre(shape));
    }
    if (shape.is(LostNames.GML, "Polygon")) {
      return new LostLocation.Area(id, polygon(shape));
    }
    if (!shape.namespace().equals(LostNames.SHAPES)) {
      throw LostFault.badRequest(
          "The profile geodetic-2d holds Point or Polygon of %s, or Circle, Ellipse or ArcBand of %s"
              .formatted(LostNames.GML, LostNames.SHAPES));
    }
    Position centre = centre(shape);
    return switch (shape.name()) {
      case "Circle" -> area(id, centre, ShapeOutline.circle(centre, metres(shape, "radius")));
      case "Ellipse" ->
          area(
              id,
              centre,
              ShapeOutline.ellipse(
                  centre,
                  metres(shape, "semiMajorAxis"),
                  metres(shape, "semiMinorAxis"),
                  degrees(shape, "orientation")));
      case "ArcBand" ->
          area(
              id,
              centre,
              ShapeOutline.arcBand(
                  centre,
                  metres(shape, "innerRadius"),
                  metres(shape, "outerRadius"),
                  degrees(shape, "startAngle"),
                  degrees(shape, "openingAngle")));
      default -> throw LostFault.badRequest("Shapes are Circle, Ellipse and ArcBand");
    };
  }

  /// A shape without extent is its centre.
  private static LostLocation area(String id, Position centre, Geometry outline) {
    if (outline.isEmpty() || !(outline.getArea() > 0)) {
      return new LostLocation.Point(id, centre);
    }
    if (!outline.isValid()) {
      throw LostFault.locationInvalid("The shape has no clear inside");
    }
    return new LostLocation.Area(id, outline);
  }

  private static Position centre(XmlNode shape) {
    int dimension = dimension(shape);
    XmlNode pos =
        shape
            .one(LostNames.GML, "pos")
            .orElseThrow(() -> LostFault.badRequest("The shape has no pos of " + LostNames.GML));
    List<Position> positions = positions(pos.text(), dimension, true);
    if (positions.size() != 1) {
      throw LostFault.locationInvalid("A pos is one position, lat lon");
    }
    return positions.getFirst();
  }

  private static Geometry polygon(XmlNode polygon) {
    int dimension = dimension(polygon);
    if (!polygon.all(LostNames.GML, "interior").isEmpty()) {
      throw LostFault.locationInvalid("A location has no holes");
    }
    XmlNode ring =
        polygon
            .one(LostNames.GML, "exterior")
            .flatMap(exterior -> exterior.one(LostNames.GML, "LinearRing"))
            .orElseThrow(() -> LostFault.badRequest("A Polygon has an exterior LinearRing"));
    List<Position> corners = new ArrayList<>();
    Optional<XmlNode> list = ring.one(LostNames.GML, "posList");
    if (list.isPresent()) {
      corners.addAll(positions(list.get().text(), dimension, false));
    } else {
      ring.all(LostNames.GML, "pos")
          .forEach(pos -> corners.addAll(positions(pos.text(), dimension, true)));
    }
    if (corners.size() < 4
        || corners.size() > MAX_POINTS
        || !corners.getFirst().equals(corners.getLast())) {
      throw LostFault.locationInvalid("A ring has 4 to 1000 points, the last is the first");
    }
    Geometry outline = ShapeOutline.polygon(corners);
    if (!outline.isValid() || !(outline.getArea() > 0)) {
      throw LostFault.locationInvalid("The polygon has no clear inside");
    }
    return outline;
  }

  private static int dimension(XmlNode shape) {
    String srs = shape.attribute("srsName").orElse("");
    if (FLAT.matcher(srs).matches()) {
      return 2;
    }
    if (WITH_ALTITUDE.matcher(srs).matches()) {
      return 3;
    }
    throw new LostRefusal(
        LostFault.of(
            LostFault.Name.SRS_INVALID, "The shape needs srsName=\"" + LostNames.WGS_84 + "\""));
  }

  /// @param altitudeMayCome also where the reference system has none (RFC 5222 section 12.2)
  private static List<Position> positions(String text, int dimension, boolean altitudeMayCome) {
    String[] words = BLANKS.split(text.strip(), -1);
    int step = altitudeMayCome && words.length == 3 ? 3 : dimension;
    if (words.length % step != 0) {
      throw LostFault.locationInvalid("Positions are pairs of lat and lon");
    }
    List<Position> positions = new ArrayList<>();
    for (int i = 0; i < words.length; i += step) {
      double lat = number(words[i]);
      double lon = number(words[i + 1]);
      if (step == 3) {
        number(words[i + 2]);
      }
      if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) {
        throw LostFault.locationInvalid(
            "lat lies in -90..90 and lon in -180..180, lat comes first");
      }
      positions.add(new Position(lat, lon));
    }
    return positions;
  }

  private static double metres(XmlNode shape, String name) {
    double value = measure(shape, name, METRES);
    if (!(value >= 0 && value <= MAX_METRES)) {
      throw LostFault.locationInvalid(name + " lies in 0..1000000 metres");
    }
    return value;
  }

  private static double degrees(XmlNode shape, String name) {
    double value = measure(shape, name, DEGREES);
    if (!(Math.abs(value) <= 360)) {
      throw LostFault.locationInvalid(name + " lies in -360..360 degrees");
    }
    return value;
  }

  private static double measure(XmlNode shape, String name, String unit) {
    XmlNode node =
        shape
            .one(LostNames.SHAPES, name)
            .orElseThrow(() -> LostFault.badRequest("The shape has no " + name));
    if (!node.attribute("uom").orElse(unit).equals(unit)) {
      throw LostFault.locationInvalid(name + " is measured in " + unit);
    }
    return number(node.text().strip());
  }

  private static double number(String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw LostFault.locationInvalid("A position or measure is not a plain number");
    }
    return Double.parseDouble(text);
  }
}
