package org.ariane.router.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.ariane.directory.place.CentreId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings durable messages to centres, the most urgent first, until each was received. At least
/// once: a repeat carries the same id and the same body. One slow or dead centre delays no other.
public final class Delivery implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(6);

  private final Map<CentreId, Courier> couriers = new ConcurrentHashMap<>();
  private final InstantSource clock;
  private final Executor virtualThreads;

  public Delivery(
      Outbox outbox,
      CentrePost post,
      IncidentChanges changes,
      CentreLinks links,
      InstantSource clock,
      DispatchObserver observer,
      Executor virtualThreads) {
    this.clock = clock;
    this.virtualThreads = virtualThreads;
    Errand errand = new Errand(outbox, post, changes, links, clock, observer);
    for (CentreId centre : links.posted()) {
      couriers.put(centre, new Courier(centre, outbox, errand, links, clock, virtualThreads));
    }
  }

  public void start() {
    couriers.values().forEach(virtualThreads::execute);
  }

  /// Something may be due for a centre.
  public void ring(CentreId centre) {
    Optional.ofNullable(couriers.get(centre)).ifPresent(Courier::ring);
  }

  /// Stops claiming and waits for what is under way, a few seconds at most.
  @Override
  public void close() {
    couriers.values().forEach(Courier::close);
    Instant until = clock.instant().plus(CLOSE_WITHIN);
    try {
      for (Courier courier : couriers.values()) {
        if (!courier.awaitQuiet(Duration.between(clock.instant(), until))) {
          LOG.warn("closed while messages were under way; they will be repeated");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
