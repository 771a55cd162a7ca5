package org.ariane.router.directory.html;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.ariane.directory.place.Position;
import org.ariane.directory.place.Zone;
import org.ariane.directory.service.Service;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/// The outline of a zone, drawn by us, with the numbers of those services whose door may be known.
/// Nothing is asked of anybody else for it.
final class ZoneMap {
  private static final int WIDTH = 600;

  private ZoneMap() {}

  /// Writes nothing where the zone has no outline.
  static void write(Html html, Words words, Zone zone, List<Service> services) {
    zone.area().ifPresent(area -> write(html, words, area, services));
  }

  private static void write(Html html, Words words, Geometry area, List<Service> services) {
    Envelope frame = area.getEnvelopeInternal();
    frame.expandBy(frame.getWidth() * 0.05 + 1e-4, frame.getHeight() * 0.05 + 1e-4);
    // Degrees of longitude are shorter by this than those of latitude.
    double shorter = Math.cos(Math.toRadians(frame.centre().y));
    double scale = WIDTH / (frame.getWidth() * shorter);
    int height = (int) Math.ceil(frame.getHeight() * scale);
    Geometry simple = DouglasPeuckerSimplifier.simplify(area, frame.getWidth() / WIDTH);
    html.open(
        "svg",
        "class",
        "map",
        "role",
        "img",
        "aria-label",
        words.say("map"),
        "viewBox",
        "0 0 " + WIDTH + " " + height);
    html.open("path", "d", path(simple, frame, shorter * scale, scale)).close("path");
    IntStream.range(0, services.size())
        .forEach(i ->
            services
                .get(i)
                .site()
                .ifPresent(site -> dot(html, site, i + 1, frame, shorter * scale, scale)));
    html.close("svg");
  }

  private static void dot(
      Html html, Position site, int number, Envelope frame, double xScale, double yScale) {
    if (!frame.contains(site.lon(), site.lat())) {
      return;
    }
    String x = decimal((site.lon() - frame.getMinX()) * xScale);
    String y = decimal((frame.getMaxY() - site.lat()) * yScale);
    html.open("circle", "cx", x, "cy", y, "r", "11").close("circle");
    html.leaf("text", String.valueOf(number), "x", x, "y", y);
  }

  private static String path(Geometry shape, Envelope frame, double xScale, double yScale) {
    StringBuilder path = new StringBuilder();
    for (int part = 0; part < shape.getNumGeometries(); part++) {
      Geometry border = shape.getGeometryN(part).getBoundary();
      for (int ring = 0; ring < border.getNumGeometries(); ring++) {
        char pen = 'M';
        for (Coordinate point : border.getGeometryN(ring).getCoordinates()) {
          path.append(pen)
              .append(decimal((point.x - frame.getMinX()) * xScale))
              .append(' ')
              .append(decimal((frame.getMaxY() - point.y) * yScale));
          pen = 'L';
        }
        path.append('z');
      }
    }
    return path.toString();
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
