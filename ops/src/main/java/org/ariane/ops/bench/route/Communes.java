package org.ariane.ops.bench.route;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.ariane.directory.place.CommuneCode;
import org.ariane.directory.place.Country;
import org.ariane.directory.place.Gazetteer;
import org.ariane.directory.place.Outline;
import org.ariane.directory.place.RegisteredCommune;
import org.ariane.directory.place.geojson.CommunesReader;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/// The communes of two countries, by their real borders or drawn as cells of a ragged grid.
final class Communes {
  private static final List<String> FILES =
      List.of("communes-fr.geojson.gz", "communes-be.geojson.gz");
  private static final int SIDE = 190;
  private static final int POINTS_A_SIDE = 11;

  private Communes() {}

  /// Where the real borders are; empty where they are not.
  static Optional<Path> real() {
    Path geo = Path.of(System.getProperty("ariane.home", ".")).resolve("../shared/geo");
    return FILES.stream().allMatch(file -> Files.exists(geo.resolve(file)))
        ? Optional.of(geo)
        : Optional.empty();
  }

  /// The texts of the real borders; none where they are not.
  static List<String> texts() {
    return real()
        .map(geo -> FILES.stream().map(file -> text(geo.resolve(file))).toList())
        .orElse(List.of());
  }

  private static String text(Path file) {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Gazetteer of(List<String> texts) {
    if (texts.isEmpty()) {
      return drawn();
    }
    CommunesReader reader =
        new CommunesReader((file, line, reason) -> {
          throw new IllegalStateException(file + " line " + line + ": " + reason);
        });
    for (int i = 0; i < texts.size(); i++) {
      reader.readGeoJson(FILES.get(i), texts.get(i));
    }
    return reader.gazetteer();
  }

  private static Gazetteer drawn() {
    GeometryFactory factory = new GeometryFactory();
    List<RegisteredCommune> communes = new ArrayList<>();
    for (int cell = 0; cell < SIDE * SIDE; cell++) {
      List<Coordinate> ring = new ArrayList<>();
      int x = cell % SIDE;
      int y = cell / SIDE;
      edge(ring, x, y, 1, 0);
      edge(ring, x + 1, y, 0, 1);
      edge(ring, x + 1, y + 1, -1, 0);
      edge(ring, x, y + 1, 0, -1);
      ring.add(ring.getFirst());
      communes.add(
          new RegisteredCommune(
              new CommuneCode(Country.FR, String.format("%05d", 1000 + cell)),
              List.of("Commune " + cell),
              Set.of(),
              Optional.of(Outline.of(factory.createPolygon(ring.toArray(Coordinate[]::new))))));
    }
    return new Gazetteer(communes);
  }

  /// Points of one side; the same from both of its cells.
  private static void edge(List<Coordinate> ring, int x, int y, int dx, int dy) {
    for (int i = 0; i < POINTS_A_SIDE; i++) {
      double across = x + dx * i / (double) POINTS_A_SIDE;
      double up = y + dy * i / (double) POINTS_A_SIDE;
      double bent =
          i == 0 ? 0 : 0.2 * Math.sin(37 * Math.rint(across * 11) + 91 * Math.rint(up * 11));
      ring.add(
          new Coordinate(
              -4 + 0.06 * (across + (dy == 0 ? 0 : bent)),
              42.5 + 0.045 * (up + (dx == 0 ? 0 : bent))));
    }
  }
}
