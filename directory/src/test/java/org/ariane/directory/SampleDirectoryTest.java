package org.ariane.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.CentreId;
import org.ariane.directory.place.DispatchCentre;
import org.ariane.directory.place.Position;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.place.Zone;
import org.ariane.directory.place.ZoneId;
import org.ariane.directory.search.Reason;
import org.ariane.directory.search.SearchResult;
import org.ariane.directory.search.ServiceMatch;
import org.ariane.directory.search.ServiceQuery;
import org.ariane.directory.service.Audience;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.Line;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceChannel;
import org.ariane.directory.service.ServiceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleDirectoryTest {
  private final Directory directory = Sample.directory();

  @Test
  void hasTheFiveCentres() {
    assertThat(directory.centres())
        .extracting(DispatchCentre::id)
        .extracting(CentreId::value)
        .containsExactly("be-bru", "be-lalouviere", "be-lie", "fr-59-cic", "fr-94-cic");
  }

  @ParameterizedTest
  @CsvSource({
    "94700, fr-94-maisons-alfort, fr-94-cic",
    "94000, fr-94-creteil, fr-94-cic",
    "94200, fr-94, fr-94-cic",
    "59000, fr-59-lille, fr-59-cic",
    "59140, fr-59, fr-59-cic",
    "1000, be-bru-capitale-ixelles, be-bru",
    "1080, be-bru-region, be-bru",
    "4000, be-lie-ville, be-lie",
    "4100, be-lie-arrondissement, be-lie",
    "7100, be-la-louviere, be-lalouviere",
  })
  void usualPostcodesLieInAZoneOfTheirCentre(String digits, String zone, String centre) {
    Optional<Zone> found = Postcode.parse(digits).flatMap(directory::zoneOf);

    assertThat(found).map(Zone::id).contains(new ZoneId(zone));
    assertThat(found).map(Zone::firstCentre).contains(new CentreId(centre));
  }

  @ParameterizedTest
  @CsvSource({
    "48.8065, 2.438, fr-94-maisons-alfort",
    "48.7904, 2.4556, fr-94-creteil",
    "48.7600, 2.4000, fr-94",
    "50.6366, 3.0635, fr-59-lille",
    "51.0343, 2.3768, fr-59",
    "50.8467, 4.3525, be-bru-capitale-ixelles",
    "50.6326, 5.5797, be-lie-ville",
    "50.4790, 4.1870, be-la-louviere",
  })
  void placesLieInTheirZone(double lat, double lon, String zone) {
    assertThat(directory.zoneAt(new Position(lat, lon))).map(Zone::id).contains(new ZoneId(zone));
  }

  @Test
  void elsewhereLiesInNoZone() {
    assertThat(directory.zoneAt(new Position(45.76, 4.84))).isEmpty();
    assertThat(Postcode.parse("69001").flatMap(directory::zoneOf)).isEmpty();
  }

  @Test
  void everyZoneHasANeighbourWhoStepsInAndNumbersToCall() {
    assertThat(directory.zones())
        .allSatisfy(zone -> {
          assertThat(zone.chain()).hasSizeGreaterThan(1).doesNotHaveDuplicates();
          assertThat(zone.agreedNumber()).isPresent();
          assertThat(zone.emergencyNumber().dialled()).isEqualTo("112");
          assertThat(zone.sample()).isTrue();
        });
  }

  @Test
  void nationalNumbersAreReal() {
    Map<String, String> expected =
        Map.of(
            "fr-3919", "3919",
            "fr-119", "119",
            "fr-0801901911", "+33801901911",
            "be-080030030", "+3280030030",
            "be-1712", "1712",
            "be-103", "103");

    expected.forEach((id, number) ->
        assertThat(phones(directory.service(new ServiceId(id)).orElseThrow()))
            .containsExactly(number));
  }

  @Test
  void inventedServicesAreMarkedAndUseNumbersThatNobodyHas() {
    assertThat(directory.services())
        .filteredOn(service -> service.id().value().startsWith("sample-"))
        .isNotEmpty()
        .allMatch(Service::sample)
        .flatExtracting(SampleDirectoryTest::phones)
        .allMatch(number -> number.matches("\\+33(19900|35301)\\d{4}|\\+32(20|40|640)0\\d+"));
    assertThat(directory.services())
        .filteredOn(service -> !service.id().value().startsWith("sample-"))
        .noneMatch(Service::sample);
  }

  private static List<String> phones(Service service) {
    return service.channels().stream()
        .flatMap(channel ->
            channel instanceof ServiceChannel.Phone phone
                ? Optional.of(phone.number().dialled()).stream()
                : Optional.<String>empty().stream())
        .toList();
  }

  @Test
  void line3919IsAnsweredByItsTwoDesks() {
    Line line = directory.lineByNumber("3919").orElseThrow();

    assertThat(line.desks())
        .containsExactly(new ServiceId("fr-3919"), new ServiceId("sample-fr-94-01"));
    assertThat(line.offerFor()).isEqualTo(Duration.ofSeconds(60));
    assertThat(line.overflow()).containsExactly(new ServiceId("fr-3919"));
    assertThat(line.fallback()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"080030030", "0800 30 030", "+3280030030"})
  void aLineIsFoundHoweverItIsDialled(String dialled) {
    assertThat(directory.lineByNumber(dialled))
        .map(Line::number)
        .contains(new PhoneNumber("+3280030030"));
  }

  @Test
  void unknownNumbersNameNoLine() {
    assertThat(directory.lineByNumber("4711")).isEmpty();
    assertThat(directory.lineByNumber("not a number")).isEmpty();
  }

  @Test
  void answersTheQuestionOfTheContractAsTheContractDoes() {
    ServiceQuery query =
        new ServiceQuery(
            Optional.empty(),
            Postcode.parse("59000"),
            Optional.of(Language.AR),
            Optional.of("urn:service:counseling"),
            Set.of(Audience.WOMAN, Audience.WITH_CHILDREN),
            Optional.of("phone"));

    SearchResult result = directory.search(query, instant("2027-01-01T03:00:00+01:00"));

    assertThat(result.matches())
        .extracting(match -> match.service().id().value())
        .containsExactly("fr-3919", "sample-fr-59-01");
    ServiceMatch hotline = result.matches().get(0);
    assertThat(hotline.open()).isTrue();
    assertThat(hotline.nextOpening()).isEmpty();
    assertThat(hotline.languageServed()).isEqualTo(Language.FR);
    assertThat(hotline.distanceKm()).isEmpty();
    assertThat(hotline.reasons())
        .containsExactly(
            new Reason("open", "Open at all hours"),
            new Reason("language.fallback", "Arabic from 09:00; French now"));
    ServiceMatch association = result.matches().get(1);
    assertThat(association.open()).isFalse();
    assertThat(association.nextOpening()).contains(instant("2027-01-04T09:00:00+01:00"));
    assertThat(association.languageServed()).isEqualTo(Language.AR);
    assertThat(association.distanceKm()).contains(2.4);
    assertThat(association.reasons())
        .startsWith(
            new Reason("closed", "Closed on public holidays"),
            new Reason("language", "Arabic on Monday and Tuesday"));
  }

  private static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }
}
