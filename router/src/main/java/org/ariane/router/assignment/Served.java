package org.ariane.router.assignment;

import java.time.Duration;
import java.util.Optional;

/// What operators did of late, and the wait that may honestly be promised from it.
///
/// With `m` operators at work who are all busy, whoever is in place `p` is served at the `p`-th end
/// of a conversation, and these ends come as a Poisson stream of rate `m * mu` (the queue-length
/// predictor of W. Whitt, "Predicting Queueing Delays", Management Science 45(6), 1999; compared in
/// R. Ibrahim and W. Whitt, "Real-Time Delay Estimation Based on Delay History", M&SOM 11(3),
/// 2009). `mu` is not known, only that `n` conversations ended in `T` of operators' time. Given
/// that, the number of ends in the coming time `t` is negative binomial (the predictive
/// distribution of a Poisson count after `n` events in exposure `T`):
///
/// `P(k) = C(n + k - 1, k) * q^n * (1 - q)^k`, `q = T / (T + m t)`
///
/// What is said is the least whole number of minutes in which at least `p` ends come with a
/// probability of four in five. Little evidence makes it longer, never shorter; under [#ENOUGH]
/// conversations nothing is said.
///
/// @param ended conversations that ended
/// @param spent operators' time spent on these and on those that go on
record Served(int ended, Duration spent) {
  static final int ENOUGH = 5;
  static final double SURE = 0.8;

  /// Longer waits are all the same to her.
  static final int MINUTES_AT_MOST = 120;

  /// How long four in five wait at most.
  ///
  /// @param place 1 is next
  /// @param operators who work side by side on this
  Optional<Duration> wait(int place, int operators) {
    if (ended < ENOUGH || operators < 1 || place < 1 || !spent.isPositive()) {
      return Optional.empty();
    }
    int low = 1;
    int high = MINUTES_AT_MOST;
    while (low < high) {
      int middle = (low + high) / 2;
      if (servedWithin(middle * 60.0, place, operators) >= SURE) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return Optional.of(Duration.ofMinutes(low));
  }

  /// Probability of at least `place` ends in so many seconds.
  double servedWithin(double seconds, int place, int operators) {
    double exposure = spent.toMillis() / 1_000.0;
    double q = exposure / (exposure + operators * seconds);
    double logTerm = ended * Math.log(q);
    double logRest = Math.log1p(-q);
    double fewer = 0;
    for (int k = 0; k < place; k++) {
      fewer += Math.exp(logTerm);
      logTerm += Math.log((ended + k) / (k + 1.0)) + logRest;
    }
    return Math.max(0, 1 - fewer);
  }
}
