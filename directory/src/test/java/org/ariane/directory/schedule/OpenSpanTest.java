package org.ariane.directory.schedule;

import static org.ariane.directory.schedule.HolidayFixtures.hours;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenSpanTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\'',
      value = {
        "Mo-Fr 09:00-17:00 ~ 2026-11-24T10:00:00+01:00 ~ OPEN ~ 2026-11-24T17:00:00+01:00 ~",
        "Mo-Fr 09:00-17:00 ~ 2026-11-27T17:00:00+01:00 ~ CLOSED ~ 2026-11-30T09:00:00+01:00 ~",
        "Mo-Fr 22:00-02:00 ~ 2026-11-24T23:00:00+01:00 ~ OPEN ~ 2026-11-25T02:00:00+01:00 ~",
        "Sa 22:00-03:30 ~ 2027-03-27T23:00:00+01:00 ~ OPEN ~ 2027-03-28T03:30:00+02:00 ~",
        "Sa 22:00-02:30 ~ 2027-03-27T23:00:00+01:00 ~ OPEN ~ 2027-03-28T03:00:00+02:00 ~",
        "Sa 22:00-02:30 ~ 2026-10-24T23:00:00+02:00 ~ OPEN ~ 2026-10-25T02:30:00+02:00 ~",
        "Sa 22:00-02:30 ~ 2026-10-25T02:45:00+02:00 ~ CLOSED ~ 2026-10-25T02:00:00+01:00 ~",
        "24/7; PH off ~ 2026-11-24T23:00:00+01:00 ~ OPEN ~ 2026-12-25T00:00:00+01:00 ~",
        "Mo 10:00-12:00 \"by appointment\" ~ 2026-11-23T10:30:00+01:00 ~ UNKNOWN ~ 2026-11-23T12:00:00+01:00 ~ by appointment",
        "Mo 10:00-12:00 open \"ring twice\" ~ 2026-11-23T10:30:00+01:00 ~ OPEN ~ 2026-11-23T12:00:00+01:00 ~ ring twice",
        "Mo 10:00-12:00 || Mo unknown ~ 2026-11-23T09:30:00+01:00 ~ UNKNOWN ~ 2026-11-23T10:00:00+01:00 ~",
      })
  void saysWhatHoldsAndUntilWhen(
      String text, String at, OpenState state, String until, String comment) {
    OpenSpan span = hours(text).spanAt(instant(at), PARIS);

    assertThat(span)
        .isEqualTo(new OpenSpan(state, instant(at), instant(until), Optional.ofNullable(comment)));
    assertThat(span.change()).contains(span.until());
  }

  @ParameterizedTest
  @ValueSource(strings = {"24/7", "off", "2020 Mo-Fr", "unknown"})
  void whatNeverChangesHoldsForTheHorizon(String text) {
    Instant at = instant("2026-11-24T10:00:00+01:00");

    OpenSpan span = hours(text).spanAt(at, PARIS);

    assertThat(span.change()).isEmpty();
    assertThat(span.covers(at.plus(OpeningHours.HORIZON).minusSeconds(1))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mo-Fr 09:00-17:00; PH off",
        "Fr-Su 22:00-02:00, We 12:00-13:00 \"ask\" || Su unknown",
        "24/7; Su 01:30-02:30 off",
      })
  void theRememberedSpanSaysWhatAFreshReadingSays(String text) {
    OpeningHours asked = hours(text);
    Random random = new Random(5);
    Instant start = instant("2026-10-23T00:00:00+02:00");
    for (int round = 0; round < 500; round++) {
      Instant at = start.plusSeconds(random.nextInt(10 * 86_400));

      OpenSpan span = asked.spanAt(at, PARIS);
      OpenSpan fresh = hours(text).spanAt(at, PARIS);

      assertThat(span.covers(at)).isTrue();
      assertThat(span.state()).isEqualTo(fresh.state());
      assertThat(span.until()).isEqualTo(fresh.until());
      assertThat(asked.nextOpening(at, PARIS)).isEqualTo(hours(text).nextOpening(at, PARIS));
    }
  }

  @Test
  void saysWhetherItClosesSoon() {
    Instant at = instant("2026-11-24T16:45:00+01:00");
    OpenSpan span = hours("Mo-Fr 09:00-17:00").spanAt(at, PARIS);

    assertThat(span.closesWithin(Duration.ofMinutes(15), at)).isTrue();
    assertThat(span.closesWithin(Duration.ofMinutes(14), at)).isFalse();
    assertThat(hours("Tu 17:00-18:00").spanAt(at, PARIS).closesWithin(Duration.ofDays(1), at))
        .isFalse();
  }

  @Test
  void perhapsOpenIsNotOpen() {
    Instant at = instant("2026-11-23T10:30:00+01:00");
    OpeningHours hours = hours("Mo \"by appointment\"; Tu 10:00-12:00");

    assertThat(hours.openAt(at, PARIS)).isFalse();
    assertThat(hours.nextOpening(at, PARIS)).contains(instant("2026-11-24T10:00:00+01:00"));
    assertThat(hours.words())
        .isEqualTo("on Tuesday 10:00-12:00, perhaps on Monday (by appointment)");
  }

  private static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }
}
