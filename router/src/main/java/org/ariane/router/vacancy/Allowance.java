package org.ariane.router.vacancy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ariane.directory.service.ServiceId;

/// How often words of one service are taken: ten at once, then one every six seconds, on this
/// server. Only services of the directory are counted, so that nobody can fill it.
final class Allowance {
  private static final int AT_ONCE = 10;
  private static final Duration EACH = Duration.ofSeconds(6);

  private final InstantSource clock;

  /// When each would be whole again.
  private final Map<ServiceId, Instant> whole = new ConcurrentHashMap<>();

  Allowance(InstantSource clock) {
    this.clock = clock;
  }

  boolean take(ServiceId service) {
    Instant now = clock.instant();
    AtomicBoolean taken = new AtomicBoolean();
    whole.compute(
        service,
        (id, until) -> {
          Instant from = until == null || until.isBefore(now) ? now : until;
          boolean room = from.isBefore(now.plus(EACH.multipliedBy(AT_ONCE)));
          taken.set(room);
          return room ? from.plus(EACH) : from;
        });
    return taken.get();
  }
}
