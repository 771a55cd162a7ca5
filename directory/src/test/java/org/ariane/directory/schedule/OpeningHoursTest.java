package org.ariane.directory.schedule;

import static org.ariane.directory.schedule.HolidayFixtures.BELGIUM;
import static org.ariane.directory.schedule.HolidayFixtures.FRANCE;
import static org.ariane.directory.schedule.HolidayFixtures.hours;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.ariane.directory.place.Country;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningHoursTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  // 2026-10-25: clocks go back from 03:00+02 to 02:00+01. 2027-03-28: from 02:00+01 to 03:00+02.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Su 02:15-02:45 | 2026-10-25T02:30:00+02:00 | true",
        "Su 02:15-02:45 | 2026-10-25T02:50:00+02:00 | false",
        "Su 02:15-02:45 | 2026-10-25T02:30:00+01:00 | true",
        "Su 02:15-02:45 | 2027-03-28T01:59:59+01:00 | false",
        "Su 02:15-02:45 | 2027-03-28T03:00:00+02:00 | false",
        "Sa 22:00-03:30 | 2027-03-28T03:15:00+02:00 | true",
        "Sa 22:00-03:30 | 2027-03-28T03:30:00+02:00 | false",
        "Mo-Fr 09:00-17:00 | 2026-10-26T08:59:59+01:00 | false",
        "Mo-Fr 09:00-17:00 | 2026-10-26T08:00:00Z | true",
        "Mo-Fr 09:00-17:00 | 2027-03-29T07:00:00Z | true",
      })
  void readsTheWallClockWhenClocksChange(String text, String at, boolean open) {
    assertThat(hours(text).openAt(instant(at), PARIS)).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "24/7 | 2027-01-01T03:00:00+01:00 | 2027-01-01T03:00:00+01:00",
        "Mo-Fr 09:00-17:00; PH off | 2027-01-01T03:00:00+01:00 | 2027-01-04T09:00:00+01:00",
        "Mo-Fr 09:00-17:00 | 2027-01-01T10:00:01+01:00 | 2027-01-01T10:00:01+01:00",
        "Mo-Fr 09:00-17:00 | 2027-01-01T17:00:00+01:00 | 2027-01-04T09:00:00+01:00",
        "Mo-Fr 22:00-02:00 | 2027-01-02T02:00:00+01:00 | 2027-01-04T22:00:00+01:00",
        "Mo-Fr 22:00-02:00; Tu off | 2027-01-05T00:30:00+01:00 | 2027-01-06T00:00:00+01:00",
        "24/7; PH off | 2027-01-01T10:00:00+01:00 | 2027-01-02T00:00:00+01:00",
        "24/7; Fr 12:00-13:00 off | 2027-01-01T12:30:00+01:00 | 2027-01-01T13:00:00+01:00",
        "Dec 25 10:00-12:00 | 2026-12-25T12:00:00+01:00 | 2027-12-25T10:00:00+01:00",
        "Su 02:30-04:00 | 2027-03-28T01:00:00+01:00 | 2027-03-28T03:00:00+02:00",
        "Su 02:30-02:45 | 2026-10-25T02:45:00+02:00 | 2026-10-25T02:30:00+01:00",
        "2028 Mar 10 09:00-10:00 | 2026-12-25T12:00:00+01:00 | 2028-03-10T09:00:00+01:00",
        "Feb 29 09:00-10:00 | 2096-02-29T10:00:00+01:00 | 2104-02-29T09:00:00+01:00",
        "week 53 Mo 09:00-10:00 | 2026-12-28T10:00:00+01:00 | 2032-12-27T09:00:00+01:00",
        "2025 Mo-Fr 09:00-17:00; PH off | 2026-12-25T12:00:00+01:00 |",
        "off | 2026-12-25T12:00:00+01:00 |",
      })
  void findsTheNextOpening(String text, String from, String expected) {
    Optional<Instant> opening = hours(text).nextOpening(instant(from), PARIS);

    assertThat(opening).isEqualTo(Optional.ofNullable(expected).map(OpeningHoursTest::instant));
  }

  @Test
  void looksAsFarAsTheHorizonAndNoFurther() {
    Instant opening = instant("2040-02-29T09:00:00+01:00");
    OpeningHours hours = hours("2040 Feb 29 09:00-10:00");
    Instant earliest = opening.minus(OpeningHours.HORIZON);

    assertThat(hours.nextOpening(earliest, PARIS)).contains(opening);
    assertThat(hours.nextOpening(earliest.minusSeconds(1), PARIS)).isEmpty();
    assertThat(hours.nextOpening(earliest.plusSeconds(1), PARIS)).contains(opening);
  }

  @ParameterizedTest
  @CsvSource({
    "2027-01-01, true, true",
    "2027-05-08, true, false",
    "2027-07-14, true, false",
    "2027-07-21, false, true",
    "2027-11-11, true, true",
    "2026-12-26, false, false",
    "2027-11-02, false, false",
    "2027-11-15, false, false",
    "2027-12-31, false, false",
  })
  void knowsPublicHolidaysButNotObservances(LocalDate day, boolean france, boolean belgium) {
    assertThat(FRANCE.includes(day)).isEqualTo(france);
    assertThat(BELGIUM.includes(day)).isEqualTo(belgium);
  }

  @Test
  void knowsTheHolidaysOfAPartOfACountryAndNoUnknownParts() {
    LocalDate secondDayOfChristmas = LocalDate.of(2026, 12, 26);

    assertThat(PublicHolidays.of(Country.FR, Optional.of("67")))
        .hasValueSatisfying(alsace -> assertThat(alsace.includes(secondDayOfChristmas)).isTrue());
    assertThat(PublicHolidays.of(Country.FR, Optional.of("alsace"))).isEmpty();
    assertThat(PublicHolidays.of(new Country("AQ"), Optional.of("x"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "974, 2026-12-20, true",
    "974, 2026-05-27, false",
    "971, 2026-05-27, true",
    "972, 2026-05-22, true",
    "973, 2026-06-10, true",
    "976, 2026-04-27, true",
    "976, 2026-07-14, true",
    "57, 2027-03-26, true",
    "59, 2027-03-26, false",
  })
  void knowsTheHolidaysOverseasAndOfAlsaceMoselle(String part, LocalDate day, boolean holiday) {
    assertThat(PublicHolidays.of(Country.FR, Optional.of(part)).orElseThrow().includes(day))
        .isEqualTo(holiday);
  }

  @ParameterizedTest
  @CsvSource({
    "2027-03-28, false",
    "2027-03-29, true",
    "2027-05-16, false",
    "2027-05-17, true",
  })
  void easterAndWhitSundayAreSundaysInBelgium(LocalDate day, boolean holiday) {
    assertThat(BELGIUM.includes(day)).isEqualTo(holiday);
  }

  @Test
  void saysWhetherAHolidayIsWhyItIsClosed() {
    OpeningHours hours = hours("Mo-Fr 09:00-17:00; PH off");

    assertThat(hours.closedForHoliday(instant("2027-01-01T03:00:00+01:00"), PARIS)).isTrue();
    assertThat(hours.closedForHoliday(instant("2027-01-04T03:00:00+01:00"), PARIS)).isFalse();
    assertThat(
            hours("Mo-Th 09:00-17:00")
                .closedForHoliday(instant("2027-01-01T03:00:00+01:00"), PARIS))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "24/7 | at all hours",
        "00:00-24:00 | at all hours",
        "Mo,Tu | on Monday and Tuesday",
        "Mo-Fr 09:00-17:00; PH off | on Monday to Friday 09:00-17:00, not on public holidays",
        "Sa-Su | on Saturday and Sunday",
        "Fr-Mo 20:00-06:00 | on Friday to Monday 20:00-06:00",
        "Mo,We,Fr 09:00-12:00,13:00-17:00 | on Monday, Wednesday and Friday 09:00-12:00 and 13:00-17:00",
        "09:00-22:00 | daily 09:00-22:00",
        "Mo-Fr,PH 10:00-11:00 | on Monday to Friday and public holidays 10:00-11:00",
        "Jul-Aug Mo 10:00-12:00 | in Jul-Aug on Monday 10:00-12:00",
        "off | not at all hours",
      })
  void saysHoursInWords(String text, String words) {
    assertThat(hours(text).words()).isEqualTo(words);
  }

  private static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }
}
