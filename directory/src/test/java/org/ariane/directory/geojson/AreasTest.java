package org.ariane.directory.geojson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.ariane.directory.Sample;
import org.ariane.directory.exchange.Findings;
import org.ariane.directory.exchange.ImportCases;
import org.ariane.directory.exchange.ZoneDefaults;
import org.ariane.directory.json.JsonLines;
import org.ariane.directory.place.ChainStep;
import org.ariane.directory.place.Country;
import org.ariane.directory.place.ZoneId;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;

class AreasTest {
  private static final String SQUARE = "[[2.0,48.0],[2.1,48.0],[2.1,48.1],[2.0,48.1],[2.0,48.0]]";

  private final Findings findings = new Findings();

  @Test
  void eachFeatureBecomesAnOutlineAndANewZone() throws ParseException {
    SortedMap<String, String> files =
        read(feature("x-one", "Polygon", "[" + SQUARE + "]"), List.of());

    assertThat(files).containsOnlyKeys("areas/x-one.geojson", "import-there-zones.yaml");
    Geometry area = new GeoJsonReader().read(files.getOrDefault("areas/x-one.geojson", ""));
    assertThat(area.getArea()).isEqualTo(0.01, within(1e-9));
    assertThat(files.getOrDefault("import-there-zones.yaml", ""))
        .contains("\"x-one\"", "\"Name of x-one\"", "\"fr-94-cic\"");
    assertThat(findings.kept()).isEmpty();
  }

  @Test
  void ofAZoneThatIsKnownOnlyTheOutlineIsWritten() {
    assertThat(read(feature("x-one", "Polygon", "[" + SQUARE + "]"), List.of(new ZoneId("x-one"))))
        .containsOnlyKeys("areas/x-one.geojson");
  }

  @Test
  void whatCannotBeAnOutlineIsNamedWithItsLine() {
    String swapped = "[\n[48.0,2.0],[48.1,2.0],[48.1,2.1],[48.0,2.0]]";
    String open = "[[2.0,48.0],[2.1,48.0],[2.1,48.1],[2.0,48.1]]";
    String crossing = "[[2.0,48.0],[2.1,48.1],[2.1,48.0],[2.0,48.1],[2.0,48.0]]";
    SortedMap<String, String> files =
        read(
            feature("x-one", "Polygon", "[" + swapped + "]")
                + ","
                + feature("x-two", "Polygon", "[" + open + "]")
                + ","
                + feature("x-three", "Polygon", "[" + crossing + "]")
                + ","
                + feature("x-four", "Point", "[2.0,48.0]")
                + ","
                + feature("X Five", "Polygon", "[" + SQUARE + "]"),
            List.of());

    assertThat(files).isEmpty();
    assertThat(ImportCases.told(findings))
        .containsExactly(
            "areas.geojson:3: /features/0: left out: lat and lon are swapped (GeoJSON is lon lat)",
            "areas.geojson:4: /features/1: left out: the outline is not closed: its last point must"
                + " repeat the first",
            "areas.geojson:5: /features/2: left out: the outline is empty, or crosses or touches"
                + " itself",
            "areas.geojson:6: /features/3: left out: an area is a Polygon or a MultiPolygon",
            "areas.geojson:7: /features/4: left out: the id of a zone is lower-case words joined by"
                + " hyphens");
  }

  @Test
  void protectedPlacesHaveNoPointInTheExport() {
    String text =
        JsonLines.text(
            GeoJsonExport.services(Sample.directory(), Instant.parse("2026-11-24T18:00:00Z")));
    int shelter = text.indexOf("\"sample-fr-59-02\"");
    String entry = text.substring(shelter, text.indexOf("\"sample\"", shelter));

    assertThat(entry)
        .contains("\"geometry\": null", "\"addressProtected\": true", "\"stale\": false")
        .doesNotContain("coordinates", "\"address\"");
    assertThat(text).contains("\"coordinates\": [3.072, 50.62]");
  }

  private SortedMap<String, String> read(String features, List<ZoneId> known) {
    return AreasImport.read(
        ImportCases.text(
            "areas.geojson", "{\"type\":\"FeatureCollection\",\"features\":[\n" + features + "]}"),
        "code",
        "nom",
        new ZoneDefaults("there", Country.FR, List.of(ChainStep.parse("fr-94-cic")), "112"),
        known,
        findings);
  }

  private static String feature(String id, String type, String coordinates) {
    return """
    {"type":"Feature","properties":{"code":"%s","nom":"Name of %s"},"geometry":{"type":"%s","coordinates":%s}}
    """
        .formatted(id, id, type, coordinates);
  }
}
