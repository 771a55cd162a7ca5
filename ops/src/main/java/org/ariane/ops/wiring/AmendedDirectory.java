package org.ariane.ops.wiring;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.ariane.directory.service.SaidPlaces;
import org.ariane.directory.yaml.WatchedDirectory;
import org.ariane.ops.health.Health;
import org.ariane.ops.health.PartHealth;
import org.ariane.router.amendment.Amendments;
import org.ariane.router.amendment.http.AmendmentEndpoints;
import org.ariane.router.amendment.redis.RedisAmendments;
import org.ariane.router.dispatch.redis.AlarmRedis;
import org.ariane.router.http.Endpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What coordinators changed in the directory, on connections of its own to Redis, so that it
/// cannot delay an alarm. Other servers' changes are looked for twice a second.
record AmendedDirectory(List<Endpoint> endpoints) {
  private static final Logger LOG = LoggerFactory.getLogger(AmendedDirectory.class);
  private static final long LOOK_MS = 500;
  private static final long FIRST_WITHIN_NS = TimeUnit.SECONDS.toNanos(3);
  private static final long FIRST_LOOK_NS = TimeUnit.MILLISECONDS.toNanos(50);

  /// Returns when the amendments are in force, or after three seconds without Redis: then the
  /// folder alone holds until it answers.
  ///
  /// @param said what services said of their free places, which a preview counts on
  static AmendedDirectory open(
      Foundations on,
      WatchedDirectory directory,
      Supplier<SaidPlaces> said,
      Closers closers,
      Health health) {
    AlarmRedis redis = new AlarmRedis(on.redis());
    redis.start(on.virtualThreads());
    closers.add("redis of amendments", redis);
    Amendments amendments =
        new Amendments(
            new RedisAmendments(redis),
            directory,
            on.clock(),
            outcome ->
                on.metrics()
                    .counter("ariane.directory.amendments", "outcome", outcome)
                    .increment());
    for (String outcome : List.of("applied", "wrong", "overtaken", "busy", "unavailable")) {
      on.metrics().counter("ariane.directory.amendments", "outcome", outcome);
    }
    on.metrics()
        .gauge("ariane.directory.amendments.current", amendments, each -> each.current() ? 1 : 0);
    await(amendments);
    long timer =
        on.contactLoops()
            .setPeriodic(LOOK_MS, id -> on.virtualThreads().execute(() -> follow(amendments)));
    closers.add("a timer of amendments", () -> on.contactLoops().cancelTimer(timer));
    health.part(
        "amendments",
        () ->
            amendments.current()
                ? PartHealth.up("Changes of the directory are followed")
                : PartHealth.degraded(
                    "Redis does not answer: the directory stays as it was last known"));
    return new AmendedDirectory(new AmendmentEndpoints(amendments, said, on.clock()).all());
  }

  private static void await(Amendments amendments) {
    long start = System.nanoTime();
    follow(amendments);
    while (!amendments.current() && System.nanoTime() - start < FIRST_WITHIN_NS) {
      LockSupport.parkNanos(FIRST_LOOK_NS);
      follow(amendments);
    }
  }

  private static void follow(Amendments amendments) {
    try {
      amendments.follow();
    } catch (RuntimeException e) {
      // Whatever it was, the next look must come.
      LOG.error("amendments of the directory could not be taken", e);
    }
  }
}
