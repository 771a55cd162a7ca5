package org.ariane.directory.service;

import java.time.Duration;
import java.time.Instant;

/// How many people a service can take in tonight, as it said itself. It counts until it expires and
/// then is unknown again, never nought.
///
/// @param free 0..1000
/// @param expires after `confirmedAt` by at most 72 hours
public record Places(int free, Instant confirmedAt, Instant expires) {
  private static final int MOST = 1_000;
  private static final Duration LONGEST = Duration.ofDays(3);

  public Places {
    if (free < 0 || free > MOST) {
      throw new IllegalArgumentException("free places are a number from 0 to " + MOST);
    }
    if (!expires.isAfter(confirmedAt) || expires.isAfter(confirmedAt.plus(LONGEST))) {
      throw new IllegalArgumentException(
          "free places expire after they were confirmed, within 72 hours");
    }
  }

  /// Whether the number may be shown and counted on at that instant.
  public boolean knownAt(Instant at) {
    return !at.isBefore(confirmedAt) && at.isBefore(expires);
  }
}
