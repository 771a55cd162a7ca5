package org.ariane.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.ariane.directory.place.Position;
import org.ariane.directory.place.Zone;
import org.ariane.directory.place.ZoneId;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;

/// Holds the hand-drawn outlines against the real borders of communes, which are not part of this
/// repository. Without them it is skipped, or fails where `ARIANE_CI` is set.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleCoverageTest {
  private static final Path GEO = Path.of("../../shared/geo");
  private static final String FEATURE = "{\"type\":\"Feature\",";

  private final Directory directory = Sample.directory();
  private final Map<String, List<String>> features = new HashMap<>();

  @ParameterizedTest
  @CsvSource({
    "fr-94, communes-fr.geojson.gz, '\"code\":\"94', 40",
    "fr-59, communes-fr.geojson.gz, '\"code\":\"59', 600",
    "be-bru-region, communes-be.geojson.gz, '\"reg_nis\":\"04000\"', 19",
    "be-lie-arrondissement, communes-be.geojson.gz, '\"arr_nis\":\"62000\"', 20",
    "be-la-louviere, communes-be.geojson.gz, '\"name_fr\":\"La Louvière\"', 1",
  })
  void theAreaIsWhollyCovered(String zone, String file, String property, int atLeast)
      throws IOException {
    Geometry area = directory.zone(new ZoneId(zone)).flatMap(Zone::area).orElseThrow();

    assertThat(communes(file, property))
        .hasSizeGreaterThanOrEqualTo(atLeast)
        .allMatch(area::covers);
  }

  @ParameterizedTest
  @CsvSource({
    "fr-94-maisons-alfort, communes-fr.geojson.gz, '\"code\":\"94046\"'",
    "fr-94-creteil, communes-fr.geojson.gz, '\"code\":\"94028\"'",
    "fr-59-lille, communes-fr.geojson.gz, '\"code\":\"59350\"'",
    "fr-59-roubaix, communes-fr.geojson.gz, '\"code\":\"59512\"'",
    "be-bru-capitale-ixelles, communes-be.geojson.gz, '\"nis\":\"21009\"'",
    "be-lie-ville, communes-be.geojson.gz, '\"nis\":\"62063\"'",
  })
  void theMiddleOfTheCityLiesInItsZone(String zone, String file, String property)
      throws IOException {
    Point middle = communes(file, property).getFirst().getInteriorPoint();

    assertThat(directory.zoneAt(new Position(middle.getY(), middle.getX())))
        .map(Zone::id)
        .contains(new ZoneId(zone));
  }

  private List<Geometry> communes(String file, String property) throws IOException {
    Path path = GEO.resolve(file);
    if (System.getenv("ARIANE_CI") == null) {
      Assumptions.assumeTrue(Files.exists(path), "skipped, not here: " + path.toAbsolutePath());
    }
    if (!features.containsKey(file)) {
      features.put(file, read(path));
    }
    return features.getOrDefault(file, List.of()).stream()
        .filter(feature -> feature.contains(property))
        .map(SampleCoverageTest::geometry)
        .toList();
  }

  private static List<String> read(Path path) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(path))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return List.of(text.split(Pattern.quote(FEATURE), -1));
    }
  }

  private static Geometry geometry(String feature) {
    int start = feature.indexOf("{\"type\":", feature.indexOf("\"geometry\":"));
    int end = feature.indexOf('}', start) + 1;
    try {
      return new GeoJsonReader().read(feature.substring(start, end));
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }
}
