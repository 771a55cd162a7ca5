package org.ariane.directory.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Holds the next opening against a walk minute by minute, over changes of the clock too.
class NextOpeningTest {
  private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
  private static final Duration WALK = Duration.ofDays(4);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mo-Fr 09:00-17:00; PH off",
        "Mo-Fr 22:00-02:00; PH off",
        "Sa 22:00-03:30; Su 02:10-02:20",
        "24/7; PH off; Su 01:30-02:30 off",
        "Mo-Su 22:00-06:00; We off",
        "Mo-Fr 08:00-16:00; Fr-Su 22:00-02:00",
        "02:15-02:45",
        "Mo-Fr 08:00-18:00; Mo-Fr 12:00-13:00 off; Su[-1] 23:30-24:00",
      })
  void isTheFirstOpenMinute(String text) {
    OpeningHours hours = HolidayFixtures.hours(text, HolidayFixtures.BELGIUM);
    Random random = new Random(text.hashCode());
    Instant[] around = {
      Instant.parse("2026-10-25T00:00:00Z"),
      Instant.parse("2027-03-28T00:00:00Z"),
      Instant.parse("2026-12-31T12:00:00Z"),
      Instant.parse("2027-07-21T12:00:00Z"),
    };
    for (int round = 0; round < 60; round++) {
      Instant from =
          around[round % around.length].plus(Duration.ofMinutes(random.nextInt(4_320) - 2_160));

      Optional<Instant> walked = walk(hours, from);
      Optional<Instant> found =
          hours.nextOpening(from, BRUSSELS).filter(opening -> opening.isBefore(from.plus(WALK)));

      assertThat(found).as("%s from %s", text, from).isEqualTo(walked);
    }
  }

  private static Optional<Instant> walk(OpeningHours hours, Instant from) {
    Instant end = from.plus(WALK);
    for (Instant at = from; at.isBefore(end); at = at.plusSeconds(60)) {
      if (hours.openAt(at, BRUSSELS)) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }
}
