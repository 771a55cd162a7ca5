package org.ariane.directory.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.ariane.directory.phone.PhoneNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class ZoneIndexTest {
  private final List<Zone> zones =
      List.of(
          zone("department", square(2, 48, 4), "94000", "94100"),
          zone("city", square(3, 49, 1), "94000"),
          zone("twin-b", square(10, 48, 1)),
          zone("twin-a", square(10, 48, 1)),
          zone("neighbour", square(6, 48, 4)),
          zone("no-area", Optional.empty(), "94100", "94200"));
  private final ZoneIndex index = new ZoneIndex(zones);

  @ParameterizedTest
  @CsvSource({
    "48.5, 2.5, department",
    "49.5, 3.5, city",
    "48.5, 10.5, twin-a",
    "60, 2.5, none",
    "49, 3.5, city",
  })
  void theSmallestZoneThatHoldsThePointWins(double lat, double lon, String expected) {
    assertThat(index.at(new Position(lat, lon)).map(zone -> zone.id().value()).orElse("none"))
        .isEqualTo(expected);
  }

  @Test
  void aPointOnABorderBelongsToBothSides() {
    assertThat(ids(index.allAt(new Position(50, 6)))).containsExactly("department", "neighbour");
  }

  @ParameterizedTest
  @CsvSource({
    "94000, city department",
    "94100, department no-area",
    "94200, no-area",
    "59000, ''",
  })
  void aPostcodeLiesInTheZonesThatListItAndInThoseAroundThem(String digits, String expected) {
    List<Zone> found = index.allOf(Postcode.parse(digits).orElseThrow());

    assertThat(String.join(" ", ids(found))).isEqualTo(expected);
  }

  @Test
  void aPostcodeOfACityIsAlsoInTheDepartmentThatDoesNotListIt() {
    ZoneIndex sparse =
        new ZoneIndex(
            List.of(zone("department", square(2, 48, 4)), zone("city", square(3, 49, 1), "94000")));

    assertThat(ids(sparse.allOf(Postcode.parse("94000").orElseThrow())))
        .containsExactly("city", "department");
  }

  @Test
  void theOrderOfFilesDoesNotMatter() {
    List<Zone> shuffled = new ArrayList<>(zones);
    Random random = new Random(7);
    for (int round = 0; round < 20; round++) {
      Collections.shuffle(shuffled, random);
      ZoneIndex other = new ZoneIndex(shuffled);
      for (int point = 0; point < 50; point++) {
        Position position =
            new Position(47 + 6 * random.nextDouble(), 1 + 11 * random.nextDouble());
        assertThat(ids(other.allAt(position))).isEqualTo(ids(index.allAt(position)));
      }
    }
  }

  @Test
  void holdsNothingWithoutZones() {
    assertThat(new ZoneIndex(List.of()).at(new Position(48, 2))).isEmpty();
  }

  private static List<String> ids(List<Zone> zones) {
    return zones.stream().map(zone -> zone.id().value()).toList();
  }

  private static Optional<Geometry> square(double lon, double lat, double side) {
    return Optional.of(
        new GeometryFactory().toGeometry(new Envelope(lon, lon + side, lat, lat + side)));
  }

  private static Zone zone(String id, Optional<Geometry> area, String... postcodes) {
    Set<Postcode> all =
        Arrays.stream(postcodes)
            .flatMap(digits -> Postcode.parse(digits).stream())
            .collect(Collectors.toSet());
    return new Zone(
        new ZoneId(id),
        id,
        Country.FR,
        area,
        all,
        List.of(ChainStep.desk(new CentreId("centre"))),
        Optional.empty(),
        new PhoneNumber("112"),
        Optional.empty(),
        true);
  }
}
