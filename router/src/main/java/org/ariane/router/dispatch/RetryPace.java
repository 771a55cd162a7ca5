package org.ariane.router.dispatch;

import java.time.Duration;

/// How long to wait before the next attempt: at most a second at first, then longer, never more
/// than fifteen seconds, for ever.
final class RetryPace {
  private static final int QUICK_ATTEMPTS = 8;
  private static final Duration QUICK = Duration.ofMillis(500);
  private static final Duration SLOWEST = Duration.ofSeconds(15);

  private RetryPace() {}

  /// Time until the next attempt.
  ///
  /// @param attempts that failed, 1 or more
  static Duration after(int attempts) {
    if (attempts <= QUICK_ATTEMPTS) {
      return QUICK;
    }
    double factor = Math.pow(1.5, Math.min(20, attempts - QUICK_ATTEMPTS));
    Duration slower = Duration.ofMillis((long) (QUICK.toMillis() * factor));
    return slower.compareTo(SLOWEST) < 0 ? slower : SLOWEST;
  }
}
