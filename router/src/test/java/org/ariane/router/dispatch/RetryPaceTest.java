package org.ariane.router.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryPaceTest {
  @Test
  void isAtMostASecondAtFirstThenGrowsToFifteenSecondsForEver() {
    Duration before = Duration.ZERO;
    for (int attempts = 1;
        attempts < 1_000_000;
        attempts = attempts < 40 ? attempts + 1 : attempts * 2) {
      Duration pause = RetryPace.after(attempts);
      assertThat(pause).isBetween(before, Duration.ofSeconds(15));
      if (attempts <= 8) {
        assertThat(pause).isLessThanOrEqualTo(Duration.ofSeconds(1));
      }
      before = pause;
    }
    assertThat(before).isEqualTo(Duration.ofSeconds(15));
  }
}
