package org.ariane.directory.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Zone B, published until 3 July 2027.
class SchoolHolidaysTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  @ParameterizedTest
  @CsvSource({
    "Tu 13:00-17:00; SH off, 2027-03-02T14:00+01:00, CLOSED",
    "Tu 13:00-17:00; SH off, 2027-03-09T14:00+01:00, OPEN",
    "Tu 13:00-17:00; SH off, 2027-09-07T14:00+02:00, UNKNOWN",
    "Tu 13:00-17:00; SH off, 2027-09-07T12:00+02:00, CLOSED",
    "Tu 13:00-17:00; SH 10:00-15:00, 2027-09-07T14:00+02:00, OPEN",
    "SH Mo-Fr 10:00-12:00, 2027-09-07T11:00+02:00, UNKNOWN",
    "SH Mo-Fr 10:00-12:00, 2027-09-05T11:00+02:00, CLOSED",
    "Fr 22:00-02:00; SH off, 2027-07-04T01:00+02:00, CLOSED",
    "Fr-Sa 22:00-02:00; SH off, 2027-07-04T01:00+02:00, UNKNOWN",
    "2026 SH off; 10:00-12:00, 2027-09-05T11:00+02:00, OPEN",
  })
  void whatDependsOnUnpublishedHolidaysIsUnknownAndNothingElse(
      String text, OffsetDateTime at, OpenState state) {
    OpenSpan span = hours(text).spanAt(at.toInstant(), PARIS);

    assertThat(span.state()).isEqualTo(state);
    assertThat(span.comment())
        .isEqualTo(
            state == OpenState.UNKNOWN
                ? Optional.of("the school holidays of that day are not known")
                : Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "Tu 13:00-17:00; SH off, 2027-02-17T12:00+01:00, 2027-03-09T13:00+01:00",
    "SH Tu 13:00-17:00, 2027-03-08T12:00+01:00, 2027-04-20T13:00+02:00",
    "Tu 13:00-17:00; SH off, 2027-06-30T12:00+02:00,",
  })
  void theNextOpeningIsCertain(String text, OffsetDateTime from, OffsetDateTime opening) {
    assertThat(hours(text).nextOpening(from.toInstant(), PARIS))
        .isEqualTo(Optional.ofNullable(opening).map(OffsetDateTime::toInstant));
  }

  private static OpeningHours hours(String text) {
    return switch (HoursReading.of(text, HolidayFixtures.LILLE)) {
      case HoursReading.Understood(OpeningHours hours) -> hours;
      case HoursReading.Refused(String reason) -> throw new AssertionError(reason);
    };
  }
}
