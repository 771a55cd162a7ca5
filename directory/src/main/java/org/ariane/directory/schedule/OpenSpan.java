package org.ariane.directory.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What holds from one instant until another, so that whoever asks often asks once: every instant
/// that the span [covers][#covers] has the same answer. `24/7` reaches from [Instant#MIN] to
/// [Instant#MAX], so take seconds of it, not milliseconds.
///
/// @param from the first instant of which this is known; not necessarily when it began
/// @param until the first instant at which the state or the comment is another, exactly; where
///   nothing changes for so long, the end of [OpeningHours#HORIZON]
/// @param comment what the hours add in words, as "by appointment"
public record OpenSpan(OpenState state, Instant from, Instant until, Optional<String> comment) {
  public OpenSpan {
    if (!until.isAfter(from)) {
      throw new IllegalArgumentException("a span ends after it begins");
    }
  }

  public boolean open() {
    return state == OpenState.OPEN;
  }

  public boolean covers(Instant at) {
    return !at.isBefore(from) && at.isBefore(until);
  }

  /// Whether it is open at that instant and will not be when so much time has passed.
  public boolean closesWithin(Duration time, Instant at) {
    return open() && covers(at) && !covers(at.plus(time));
  }

  /// The next change; empty where there is none within the horizon.
  public Optional<Instant> change() {
    return until.isBefore(from.plus(OpeningHours.HORIZON)) ? Optional.of(until) : Optional.empty();
  }
}
