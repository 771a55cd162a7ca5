package org.ariane.directory.inclusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.CentreId;
import org.ariane.directory.place.ChainStep;
import org.ariane.directory.place.CommuneCode;
import org.ariane.directory.place.Country;
import org.ariane.directory.place.Gazetteer;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.place.RegisteredCommune;
import org.ariane.directory.place.Zone;
import org.ariane.directory.place.ZoneId;
import org.ariane.directory.service.Coverage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Zones of eligibility of data.inclusion v1 over zones that are known by postcodes or communes.
class AreasOfCodesTest {
  private static final Gazetteer GAZETTEER =
      new Gazetteer(
          List.of(
              commune("94046", "94700"),
              commune("94028", "94000"),
              commune("94002", "94140"),
              commune("2A004", "20000"),
              commune("97411", "97400"),
              // Two that share a postcode.
              commune("59009", "59650"),
              commune("59491", "59650")));
  private static final List<Zone> ZONES =
      List.of(
          zone("all-94", "94700 94000 94140", ""),
          zone("maisons-alfort", "94700", ""),
          zone("both", "", "94046 94028"),
          zone("shared", "59650", ""),
          zone("corsica", "20000", ""),
          zone("reunion", "", "97411"));

  @ParameterizedTest
  @CsvSource({
    "94, all-94 both maisons-alfort",
    "94046, maisons-alfort",
    "94046 94028, both maisons-alfort",
    "94046 94028 94002, all-94 both maisons-alfort",
    "94028, ''",
    "59009, ''",
    "59009 59491, shared",
    "2A, corsica",
    "2B, ''",
    "974, reunion",
    "97411, reunion",
    "94 59, all-94 both maisons-alfort shared",
    "200054781, ''",
    "94046 200054781, maisons-alfort",
    "france, FR",
    "99100, FR",
    "99131, ''",
    "'', ''",
  })
  void coversEveryZoneThatLiesInItAsAWhole(String codes, String covered) {
    assertThat(told(read(codes))).isEqualTo(covered);
  }

  @ParameterizedTest
  @CsvSource({
    "94, ''",
    "94046, ''",
    "94028, 'a commune that is a part of a zone, or of none'",
    "94046 200054781, a group of communes",
    "99131, another country",
    "94 ile-de-france, an unknown code",
  })
  void saysWhatItHasNoZoneFor(String codes, String said) {
    assertThat(read(codes).notHeld()).isEqualTo(said.isEmpty() ? Set.of() : Set.of(said));
  }

  private static AreasOfCodes.Reading read(String codes) {
    return new AreasOfCodes(ZONES, GAZETTEER)
        .of(codes.isEmpty() ? List.of() : List.of(codes.split(" ", -1)));
  }

  private static String told(AreasOfCodes.Reading reading) {
    return reading
        .coverage()
        .map(coverage ->
            switch (coverage) {
              case Coverage.Nationwide(Set<Country> countries) ->
                  countries.iterator().next().code();
              case Coverage.InZones(Set<ZoneId> zones) ->
                  zones.stream().map(ZoneId::value).sorted().collect(Collectors.joining(" "));
            })
        .orElse("");
  }

  private static RegisteredCommune commune(String code, String postcode) {
    return new RegisteredCommune(
        new CommuneCode(Country.FR, code),
        List.of("Commune " + code),
        Set.of(Postcode.parse(postcode).orElseThrow()),
        Optional.empty());
  }

  private static Zone zone(String id, String postcodes, String communes) {
    return new Zone(
        new ZoneId(id),
        id,
        Country.FR,
        Optional.empty(),
        Arrays.stream(postcodes.split(" ", -1))
            .flatMap(digits -> Postcode.parse(digits).stream())
            .collect(Collectors.toSet()),
        Arrays.stream(communes.split(" ", -1))
            .filter(code -> !code.isEmpty())
            .map(code -> new CommuneCode(Country.FR, code))
            .collect(Collectors.toSet()),
        List.of(ChainStep.desk(new CentreId("centre"))),
        Optional.empty(),
        new PhoneNumber("17"),
        Optional.empty(),
        true);
  }
}
