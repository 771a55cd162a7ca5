package org.ariane.router.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.ariane.directory.place.CentreId;
import org.ariane.router.dispatch.CentrePost.Result;
import org.ariane.router.dispatch.IncidentChanges.Decision;
import org.ariane.router.dispatch.Outbox.Claim;
import org.ariane.router.dispatch.Outbox.Claimed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings durable messages to centres, the most urgent first, until each was received. At least
/// once: a repeat carries the same id and the same body. One slow or dead centre delays no other.
public final class Delivery implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

  /// Longer than one attempt may take.
  private static final Duration LEASE = Duration.ofSeconds(12);

  private static final Duration IDLE = Duration.ofMillis(500);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(6);
  private static final int AT_ONCE = 8;
  private static final int MOST_IN_FLIGHT = 1_024;

  private final Outbox outbox;
  private final CentrePost post;
  private final IncidentChanges changes;
  private final CentreLinks links;
  private final InstantSource clock;
  private final DispatchObserver observer;
  private final Executor virtualThreads;
  private final Map<CentreId, Semaphore> bells = new ConcurrentHashMap<>();
  private final Semaphore inFlight = new Semaphore(MOST_IN_FLIGHT);
  private volatile boolean closed;

  public Delivery(
      Outbox outbox,
      CentrePost post,
      IncidentChanges changes,
      CentreLinks links,
      InstantSource clock,
      DispatchObserver observer,
      Executor virtualThreads) {
    this.outbox = outbox;
    this.post = post;
    this.changes = changes;
    this.links = links;
    this.clock = clock;
    this.observer = observer;
    this.virtualThreads = virtualThreads;
  }

  public void start() {
    for (CentreId centre : links.posted()) {
      bells.put(centre, new Semaphore(0));
      virtualThreads.execute(() -> serve(centre));
    }
  }

  /// Something may be due for a centre.
  public void ring(CentreId centre) {
    Optional.ofNullable(bells.get(centre)).ifPresent(Semaphore::release);
  }

  private void serve(CentreId centre) {
    Semaphore places = new Semaphore(AT_ONCE);
    Semaphore bell = bells.getOrDefault(centre, new Semaphore(0));
    try {
      while (!closed) {
        places.acquire();
        bell.drainPermits();
        Optional<Claimed> claimed = Optional.empty();
        Duration idle = IDLE;
        try {
          Claim claim = outbox.claim(centre, clock.instant(), LEASE);
          claimed = claim.claimed();
          idle = claim.nextDue().map(this::untilDue).orElse(IDLE);
        } catch (LogUnavailableException e) {
          LOG.debug("messages to {} wait for the store: {}", centre, e.getMessage());
        } catch (RuntimeException e) {
          LOG.error("messages to {} could not be claimed", centre, e);
        }
        if (claimed.isPresent()) {
          Claimed work = claimed.get();
          inFlight.acquire();
          virtualThreads.execute(() -> bring(work, places));
        } else {
          places.release();
          bell.tryAcquire(idle.toMillis(), TimeUnit.MILLISECONDS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration untilDue(Instant due) {
    Duration until = Duration.between(clock.instant(), due);
    if (until.compareTo(IDLE) > 0) {
      return IDLE;
    }
    return until.isPositive() ? until : Duration.ofMillis(1);
  }

  private void bring(Claimed claimed, Semaphore place) {
    try {
      attempt(claimed);
    } catch (LogUnavailableException e) {
      LOG.warn("{} may go to {} again: {}", claimed.id(), claimed.centre(), e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("{} to {} failed on our side", claimed.id(), claimed.centre(), e);
    } finally {
      place.release();
      inFlight.release();
    }
  }

  private void attempt(Claimed claimed) {
    Instant began = clock.instant();
    Result result = post.post(claimed.centre(), claimed.id(), claimed.body());
    Duration took = Duration.between(began, clock.instant());
    switch (result) {
      case Result.Received() -> {
        links.attempted(claimed.centre(), true, clock.instant());
        observer.attempted(claimed.centre(), "received", took);
        received(claimed);
      }
      case Result.Failed(String reason) -> {
        links.attempted(claimed.centre(), false, clock.instant());
        observer.attempted(claimed.centre(), reason, took);
        LOG.warn(
            "{} of {} did not reach {}: {}, attempt {}",
            claimed.id(),
            claimed.incident(),
            claimed.centre(),
            reason,
            claimed.attempts());
        outbox.retry(claimed, clock.instant().plus(RetryPace.after(claimed.attempts())));
      }
    }
  }

  private void received(Claimed claimed) {
    LOG.info(
        "{} {} of {} reached {}",
        claimed.id(),
        claimed.kind().wireName(),
        claimed.incident(),
        claimed.centre());
    boolean stored =
        changes
            .change(
                claimed.incident(),
                Optional.of(claimed),
                incident -> {
                  boolean first =
                      incident.centre().equals(claimed.centre())
                          && !incident.ownership().delivered();
                  return first
                      ? new Decision.Happen<>(
                          new IncidentEvent.Delivered(claimed.centre(), clock.instant()),
                          next -> true)
                      : new Decision.Stay<>(false);
                })
            .orElse(false);
    if (!stored) {
      outbox.done(claimed);
    }
  }

  /// Stops claiming and waits for what is under way, a few seconds at most.
  @Override
  public void close() {
    closed = true;
    bells.values().forEach(Semaphore::release);
    try {
      if (!inFlight.tryAcquire(MOST_IN_FLIGHT, CLOSE_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("closed while messages were under way; they will be repeated");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
