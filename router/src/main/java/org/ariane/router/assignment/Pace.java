package org.ariane.router.assignment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// How fast the queue moves: the joins of the last quarter of an hour. Says nothing on fewer than
/// five, since a guess that fails is worse than none.
final class Pace {
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int AT_LEAST = 5;
  private static final int AT_MOST = 500;

  private final Deque<Instant> joins = new ArrayDeque<>();

  void joined(Instant at) {
    joins.addLast(at);
    if (joins.size() > AT_MOST) {
      joins.removeFirst();
    }
  }

  Optional<Duration> expected(int position, Instant now) {
    while (!joins.isEmpty() && joins.getFirst().isBefore(now.minus(WINDOW))) {
      joins.removeFirst();
    }
    if (joins.size() < AT_LEAST) {
      return Optional.empty();
    }
    Duration span = Duration.between(joins.getFirst(), now);
    return Optional.of(span.dividedBy(joins.size()).multipliedBy(position));
  }
}
