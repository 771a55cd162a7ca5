package org.ariane.router.dispatch;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.access.Roster;
import org.ariane.router.dispatch.Outcomes.Told;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows the board and tells those who acted how each incident ended. At least once: what a dead
/// server had not told yet is told by whoever loads the board next, and the store keeps each once.
public final class OutcomeTeller implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OutcomeTeller.class);
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final int MOST_WAITING = 10_000;

  private final Outcomes outcomes;
  private final Roster roster;
  private final InstantSource clock;
  private final LinkedBlockingQueue<Incident> closedOnes = new LinkedBlockingQueue<>(MOST_WAITING);
  private volatile boolean closed;

  public OutcomeTeller(IncidentBoard board, Outcomes outcomes, Roster roster, InstantSource clock) {
    this.outcomes = outcomes;
    this.roster = roster;
    this.clock = clock;
    board.listen(this::changed);
  }

  public void start(Executor virtualThreads) {
    virtualThreads.execute(() -> {
      while (!closed) {
        next();
      }
    });
  }

  private void changed(Optional<Incident> before, Incident now) {
    boolean ended = now.is(IncidentState.CLOSED) && now.durable();
    boolean known = before.map(old -> old.is(IncidentState.CLOSED)).orElse(false);
    if (ended && !known && !closedOnes.offer(now)) {
      LOG.warn("{}: too many outcomes wait, those who acted are not told", now.id());
    }
  }

  private void next() {
    try {
      Incident ended = closedOnes.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (ended != null && !tell(ended)) {
        closedOnes.offer(ended);
        LockSupport.parkNanos(PATIENCE.toNanos());
      }
    } catch (InterruptedException e) {
      closed = true;
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("an outcome could not be told", e);
    }
  }

  /// False where the store is away: again later.
  private boolean tell(Incident ended) {
    Optional<Told> told = told(ended);
    try {
      told.ifPresent(what ->
          Actors.of(ended).stream()
              .filter(who -> !barred(who, ended))
              .forEach(who -> outcomes.tell(who, what)));
      return true;
    } catch (LogUnavailableException e) {
      LOG.debug("the outcome of {} waits: {}", ended.id(), e.getMessage());
      return false;
    }
  }

  private boolean barred(PrincipalId who, Incident ended) {
    return roster.find(who).map(known -> Conflicts.bar(known, ended)).orElse(false);
  }

  private Optional<Told> told(Incident ended) {
    return ended
        .handling()
        .outcome()
        .filter(outcome -> ended.handling().since().isAfter(clock.instant().minus(Outcomes.KEPT)))
        .map(outcome ->
            new Told(ended.id(), outcome.code(), ended.handling().since(), ended.exercise()));
  }

  @Override
  public void close() {
    closed = true;
  }
}
