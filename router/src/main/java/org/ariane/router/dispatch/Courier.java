package org.ariane.router.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.ariane.directory.place.CentreId;
import org.ariane.router.dispatch.Outbox.Claim;
import org.ariane.router.dispatch.Outbox.Claimed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the messages of one centre, the most urgent first: several at a time while its system
/// answers; while it is down a single one at [RetryPace], so that a backlog makes no storm. As soon
/// as one is received, all flow again.
final class Courier implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

  /// Longer than one attempt may take.
  private static final Duration LEASE = Duration.ofSeconds(12);

  private static final Duration IDLE = Duration.ofMillis(500);
  static final int AT_ONCE = 16;

  /// Every fourth probe steps over the most urgent ones, since a message that the system can't take
  /// must not hide that it takes others.
  private static final int STEP_OVER_EVERY = 4;

  private static final int MOST_STEPPED_OVER = 8;

  private final CentreId centre;
  private final Outbox outbox;
  private final Errand errand;
  private final CentreLinks links;
  private final InstantSource clock;
  private final Executor virtualThreads;
  private final Semaphore bell = new Semaphore(0);
  private final Semaphore places = new Semaphore(AT_ONCE);
  private int probes;
  private volatile boolean closed;

  Courier(
      CentreId centre,
      Outbox outbox,
      Errand errand,
      CentreLinks links,
      InstantSource clock,
      Executor virtualThreads) {
    this.centre = centre;
    this.outbox = outbox;
    this.errand = errand;
    this.links = links;
    this.clock = clock;
    this.virtualThreads = virtualThreads;
  }

  /// Something may be due.
  void ring() {
    bell.release();
  }

  @Override
  public void run() {
    try {
      while (!closed) {
        Optional<Duration> pause = pause();
        if (pause.isEmpty()) {
          probes = 0;
          flow();
        } else if (pause.get().isZero()) {
          probe();
        } else {
          rest(pause.get());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<Duration> pause() {
    return links.pause(centre, clock.instant());
  }

  private void flow() throws InterruptedException {
    places.acquire();
    int free = 1 + places.drainPermits();
    if (pause().isPresent()) {
      places.release(free);
      return;
    }
    bell.drainPermits();
    Claim claim = claim(free);
    places.release(free - claim.claimed().size());
    for (Claimed work : claim.claimed()) {
      virtualThreads.execute(() -> {
        errand.run(work);
        places.release();
      });
    }
    if (claim.claimed().isEmpty()) {
      rest(untilDue(claim));
    }
  }

  /// Nothing else is under way meanwhile.
  private void probe() throws InterruptedException {
    places.acquire(AT_ONCE);
    try {
      if (pause().filter(Duration::isZero).isEmpty()) {
        return;
      }
      bell.drainPermits();
      Claim claim = choose();
      if (!claim.claimed().isEmpty()) {
        probes++;
        errand.run(claim.claimed().getFirst());
      } else {
        rest(untilDue(claim));
      }
    } finally {
      places.release(AT_ONCE);
    }
  }

  private Claim choose() {
    Claim chosen = claim(1);
    boolean stepOver = probes % STEP_OVER_EVERY == STEP_OVER_EVERY - 1;
    int over = stepOver ? probes / STEP_OVER_EVERY % MOST_STEPPED_OVER + 1 : 0;
    List<Claimed> left = new ArrayList<>();
    while (left.size() < over && !chosen.claimed().isEmpty()) {
      Claim next = claim(1);
      if (next.claimed().isEmpty()) {
        break;
      }
      left.add(chosen.claimed().getFirst());
      chosen = next;
    }
    left.forEach(this::giveBack);
    return chosen;
  }

  private void giveBack(Claimed claimed) {
    try {
      outbox.retry(claimed, clock.instant());
    } catch (LogUnavailableException e) {
      LOG.debug("{} waits for its lease to end: {}", claimed.id(), e.getMessage());
    }
  }

  private Claim claim(int most) {
    try {
      return outbox.claim(centre, clock.instant(), LEASE, most);
    } catch (LogUnavailableException e) {
      LOG.debug("messages to {} wait for the store: {}", centre, e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("messages to {} could not be claimed", centre, e);
    }
    return new Claim(List.of(), Optional.empty());
  }

  private Duration untilDue(Claim claim) {
    Instant now = clock.instant();
    return claim
        .nextDue()
        .map(due -> Duration.between(now, due))
        .map(until -> until.isPositive() ? until : Duration.ofMillis(1))
        .orElse(IDLE);
  }

  /// Until something may be due, half a second at most.
  private void rest(Duration atMost) throws InterruptedException {
    long millis = Math.clamp(atMost.toMillis(), 1, IDLE.toMillis());
    if (bell.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
      bell.drainPermits();
    }
  }

  void close() {
    closed = true;
    ring();
  }

  /// Waits for what is under way. False when it takes longer.
  boolean awaitQuiet(Duration atMost) throws InterruptedException {
    return places.tryAcquire(AT_ONCE, atMost.toMillis(), TimeUnit.MILLISECONDS);
  }
}
