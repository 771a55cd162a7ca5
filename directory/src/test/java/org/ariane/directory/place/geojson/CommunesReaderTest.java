package org.ariane.directory.place.geojson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.ariane.directory.place.CommuneCode;
import org.ariane.directory.place.Country;
import org.ariane.directory.place.Gazetteer;
import org.ariane.directory.place.Position;
import org.ariane.directory.place.RealCommunes;
import org.ariane.directory.place.RegisteredCommune;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommunesReaderTest {
  private static final String SQUARE =
      """
      {"type": "FeatureCollection", "name": "x", "features": [
        {"type": "Feature", "properties": {"nom": "Lille", "code": "59350"},
         "geometry": {"coordinates": [[[3,50],[4,50],[4,51],[3,51],[3,50]]], "type": "Polygon"}}
      ]}
      """;
  private static final String CSV =
      """
      code_commune_insee;nom_de_la_commune;code_postal
      59350;LILLE;59000
      59350;LILLE;59800

      94046;"Maisons-Alfort; ""la"" ville";94700
      """;

  private final List<String> problems = new ArrayList<>();
  private final CommunesReader reader =
      new CommunesReader((file, line, reason) -> problems.add(file + ":" + line + " " + reason));

  @Test
  void bordersAndPostcodesOfOneCodeArePutTogether() {
    reader.readGeoJson("communes.geojson", SQUARE);
    reader.readCsv("communes.csv", CSV);

    assertThat(problems).isEmpty();
    RegisteredCommune lille =
        reader.gazetteer().of(new CommuneCode(Country.FR, "59350")).orElseThrow();
    assertThat(lille.names()).containsExactly("Lille", "LILLE");
    assertThat(lille.postcodes())
        .extracting(postcode -> postcode.digits())
        .containsExactlyInAnyOrder("59000", "59800");
    assertThat(reader.gazetteer().at(new Position(50.5, 3.5))).contains(lille);
    assertThat(reader.gazetteer().named("Maisons-Alfort la ville")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "59350 | 5935 | communes.geojson:2 not the code of a commune of FR",
        "\"code\" | \"kode\" | communes.geojson:2 missing: code, insee or nis",
        "\"nom\": \"Lille\" | \"nom\": \"\" | communes.geojson:2 a commune has 1 to 12 names",
        "[3,51],[3,50] | [3,51] | communes.geojson:3 an outline has at least four points",
        "[4,51] | [4,510] | communes.geojson:3 not a point on the globe",
        "[4,51] | [4] | communes.geojson:3 a point is [lon, lat]",
        "[4,51] | [4,x] | communes.geojson:3 not well-formed JSON",
        "Polygon | Point | communes.geojson:3 the border of a commune is a Polygon",
        "\"features\" | \"futures\" | communes.geojson:4 a FeatureCollection is expected",
        "\"geometry\" | \"gemetry\" | communes.geojson:2 the commune has no border",
      })
  void whatIsWrongIsToldWithItsLine(String right, String wrong, String problem) {
    reader.readGeoJson("communes.geojson", SQUARE.replace(right, wrong));

    assertThat(problems).hasSize(1).first().asString().startsWith(problem);
  }

  @Test
  void aLineOfACsvThatIsTooLongIsTold() {
    reader.readCsv("communes.csv", CSV.replace("59350;LILLE;59800", "59350;LILLE;59800;1"));

    assertThat(problems).containsExactly("communes.csv:3 the row has 4 cells for 3 columns");
  }

  /// Each either is read or is reported; none breaks the reader.
  @Test
  void survivesTextsThatWereDamaged() {
    Random random = new Random(11);
    int rejected = 0;
    for (int i = 0; i < 10_000; i++) {
      StringBuilder damaged = new StringBuilder(i % 4 == 0 ? CSV : SQUARE);
      for (int cut = random.nextInt(3); cut >= 0; cut--) {
        int at = random.nextInt(Math.max(1, damaged.length()));
        switch (random.nextInt(3)) {
          case 0 -> damaged.delete(at, at + 1);
          case 1 -> damaged.insert(at, "{}[]\",:;\\u0-9e\n".charAt(random.nextInt(15)));
          default -> damaged.setLength(Math.max(1, at));
        }
      }
      problems.clear();
      CommunesReader each = new CommunesReader((file, line, reason) -> problems.add(line + reason));
      if (i % 4 == 0) {
        each.readCsv("communes.csv", damaged.toString());
      } else {
        each.readGeoJson("communes.geojson", damaged.toString());
      }
      rejected += problems.isEmpty() ? 0 : 1;
      assertThat(problems.isEmpty() || problems.getFirst().matches("(?s)[1-9].+")).isTrue();
      if (problems.isEmpty()) {
        assertThat(each.gazetteer().communes()).hasSizeLessThan(4);
      }
    }
    assertThat(rejected).isBetween(5_000, 9_900);
  }

  @Test
  void theCommunesOfBelgiumAreReadAsJtsReadsThem() throws IOException {
    try (InputStream in =
        new GZIPInputStream(Files.newInputStream(RealCommunes.file("communes-be.geojson.gz")))) {
      reader.readGeoJson("be", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    assertThat(problems).isEmpty();
    Gazetteer read = reader.gazetteer();
    assertThat(read.communes()).hasSize(581);
    assertThat(read.at(new Position(50.6326, 5.5797)).map(RegisteredCommune::names))
        .hasValueSatisfying(names -> assertThat(names).contains("Liège", "Luik"));
  }
}
