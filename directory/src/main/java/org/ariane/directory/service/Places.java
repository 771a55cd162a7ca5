package org.ariane.directory.service;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/// How many people a service can take in tonight, as it said itself. It counts until it expires and
/// then is unknown again, never nought.
///
/// @param free 0..1000; empty where it said that one must ask
/// @param expires after `confirmedAt` by at most 72 hours
public record Places(OptionalInt free, Instant confirmedAt, Instant expires) {
  public static final int MOST = 1_000;
  public static final Duration LONGEST = Duration.ofDays(3);

  public Places {
    if (free.isPresent() && (free.getAsInt() < 0 || free.getAsInt() > MOST)) {
      throw new IllegalArgumentException("free places are a number from 0 to " + MOST);
    }
    if (!expires.isAfter(confirmedAt) || expires.isAfter(confirmedAt.plus(LONGEST))) {
      throw new IllegalArgumentException(
          "free places expire after they were confirmed, within 72 hours");
    }
  }

  /// So many.
  public Places(int free, Instant confirmedAt, Instant expires) {
    this(OptionalInt.of(free), confirmedAt, expires);
  }

  /// Whether it may be shown and counted on at that instant.
  public boolean knownAt(Instant at) {
    return !at.isBefore(confirmedAt) && at.isBefore(expires);
  }

  /// Whether it said that nobody can be taken in.
  public boolean none() {
    return free.isPresent() && free.getAsInt() == 0;
  }

  /// What is known at an instant of what the record holds and what the service said since: the
  /// newer of the two counts, and once that has expired nothing does, so that what was replaced
  /// never comes back. Of two of one moment the service's own word counts.
  public static Optional<Places> knownAt(
      Optional<Places> recorded, Optional<Places> said, Instant at) {
    Optional<Places> last = said.filter(places -> !at.isBefore(places.confirmedAt()));
    if (recorded.isPresent() && !at.isBefore(recorded.get().confirmedAt())) {
      Instant since = recorded.get().confirmedAt();
      last = last.filter(places -> !since.isAfter(places.confirmedAt())).or(() -> recorded);
    }
    return last.filter(places -> places.knownAt(at));
  }
}
