package org.ariane.router.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeHoursTest {
  private static final SafeHours MORNINGS =
      new SafeHours(
          List.of(
              new SafeHours.Window(
                  Set.of(DayOfWeek.TUESDAY, DayOfWeek.SUNDAY),
                  LocalTime.of(9, 0),
                  LocalTime.of(11, 30))),
          ZoneId.of("Europe/Paris"));

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T07:59:59Z, false",
    "2026-11-24T08:00:00Z, true",
    "2026-11-24T10:29:59Z, true",
    "2026-11-24T10:30:00Z, false",
    "2026-11-25T09:00:00Z, false",
    // Summer time: the clocks where she is count.
    "2026-07-07T07:00:00Z, true",
    "2026-07-07T09:30:00Z, false"
  })
  void areThoseOfTheClocksWhereSheIs(Instant at, boolean safe) {
    assertThat(MORNINGS.contain(at)).isEqualTo(safe);
  }

  @Test
  void knowTheNextWindowThatBeginsInTime() {
    Instant tuesdayNoon = Instant.parse("2026-11-24T11:00:00Z");
    Instant sunday = Instant.parse("2026-11-29T08:00:00Z");

    assertThat(MORNINGS.next(tuesdayNoon, sunday.plusSeconds(1))).isEqualTo(Optional.of(sunday));
    assertThat(MORNINGS.next(tuesdayNoon, sunday)).isEmpty();
    assertThat(MORNINGS.next(sunday, sunday.plusSeconds(1))).isEqualTo(Optional.of(sunday));
  }

  @Test
  void doNotRunOverMidnight() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new SafeHours.Window(
                Set.of(DayOfWeek.MONDAY), LocalTime.of(22, 0), LocalTime.of(6, 0)));
  }
}
