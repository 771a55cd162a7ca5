package org.ariane.directory.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClosureTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Closure CHRISTMAS =
      new Closure(day("2026-12-24"), day("2027-01-02"), Optional.of("holidays: back in January"));

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static Instant at(String wall) {
    return LocalDateTime.parse(wall).atZone(PARIS).toInstant();
  }

  private static OpeningHours hours(String text, Closure... closures) {
    Holidays none = Holidays.of(PublicHolidays.NONE);
    return HoursReading.of(text, List.of(closures), none)
            instanceof HoursReading.Understood(OpeningHours hours)
        ? hours
        : OpeningHours.ALWAYS;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "24/7",
        "Mo-Su 09:00-17:00",
        "Mo-Fr 09:00-12:00,14:00-18:00; Dec 24-26 10:00-16:00",
        "Mo-Fr 09:00-17:00 || \"by appointment\"",
        "2026 Dec 28 08:00-20:00, 2026 Dec 29 open"
      })
  void closesOnItsDaysWhateverTheHoursSay(String text) {
    OpeningHours closed = hours(text, CHRISTMAS);

    for (String wall : List.of("2026-12-24T10:00", "2026-12-28T10:00", "2027-01-02T23:59")) {
      OpenSpan span = closed.spanAt(at(wall), PARIS);
      assertThat(span.state()).as(wall).isEqualTo(OpenState.CLOSED);
      assertThat(span.comment()).contains("holidays: back in January");
    }
  }

  @Test
  void opensAgainOnTheDayAfterAndSaysSo() {
    OpeningHours closed = hours("Mo-Fr 09:00-17:00", CHRISTMAS);

    assertThat(closed.openAt(at("2026-12-23T16:59"), PARIS)).isTrue();
    assertThat(closed.nextOpening(at("2026-12-24T09:30"), PARIS)).contains(at("2027-01-04T09:00"));
    assertThat(closed.text())
        .isEqualTo("Mo-Fr 09:00-17:00; 2026 Dec 24-2027 Jan 02 off \"holidays: back in January\"");
  }

  @Test
  void mayBeOfOneDayAndSeveral() {
    Closure one = new Closure(day("2026-12-01"), day("2026-12-01"), Optional.empty());

    OpeningHours closed = hours("24/7", one, CHRISTMAS);

    assertThat(closed.openAt(at("2026-12-01T12:00"), PARIS)).isFalse();
    assertThat(closed.openAt(at("2026-12-02T00:00"), PARIS)).isTrue();
    assertThat(closed.openAt(at("2026-12-25T12:00"), PARIS)).isFalse();
  }

  @Test
  void isRefusedWhereItMakesNoSense() {
    assertThatThrownBy(() -> new Closure(day("2026-12-24"), day("2026-12-23"), Optional.empty()))
        .hasMessageContaining("ends before it begins");
    assertThatThrownBy(() -> new Closure(day("2026-12-24"), day("2028-12-24"), Optional.empty()))
        .hasMessageContaining("a year at most");
    assertThatThrownBy(
            () -> new Closure(day("2026-12-24"), day("2026-12-24"), Optional.of("x\"; 24/7; \"")))
        .hasMessageContaining("double quotes");
  }
}
