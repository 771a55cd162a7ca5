package org.ariane.directory.search;

import static org.ariane.directory.search.SearchFixture.NOON;
import static org.ariane.directory.search.SearchFixture.service;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When a service closes, asked on a Monday at noon.
class ClosingTest {
  @ParameterizedTest
  @CsvSource({
    "Mo 09:00-12:20, 20, true",
    "Mo 09:00-12:30, 30, true",
    "Mo 09:00-12:31, 31, false",
    "'Mo 09:00-12:10,12:10-18:00', 360, false",
    "Mo 22:00-02:00, -1, false",
    "Mo 13:00-14:00, -1, false",
    "24/7, -1, false",
  })
  void tellsTheEndOfWhatIsOpenNow(String hours, long minutes, boolean soon) {
    Optional<Instant> closes = Closing.of(service("a").open(hours).build(), Optional.empty(), NOON);

    assertThat(closes)
        .isEqualTo(
            minutes < 0 ? Optional.empty() : Optional.of(NOON.plus(Duration.ofMinutes(minutes))));
    assertThat(closes.filter(at -> Closing.soon(at, NOON)).isPresent()).isEqualTo(soon);
  }
}
