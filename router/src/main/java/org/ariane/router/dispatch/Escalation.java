package org.ariane.router.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.dispatch.IncidentChanges.Decision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Passes incidents that nobody took in time to the next of their chain. Deadlines are in the
/// store, so that any server keeps those of a dead one; two that act at once do it once.
public final class Escalation implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Escalation.class);
  private static final Duration EVERY = Duration.ofMillis(200);
  private static final int BATCH = 50;

  private final IncidentLog log;
  private final IncidentChanges changes;
  private final InstantSource clock;
  private final DispatchObserver observer;
  private volatile boolean closed;

  public Escalation(
      IncidentLog log, IncidentChanges changes, InstantSource clock, DispatchObserver observer) {
    this.log = log;
    this.changes = changes;
    this.clock = clock;
    this.observer = observer;
  }

  public void start(Executor virtualThreads) {
    virtualThreads.execute(() -> {
      while (!closed) {
        sweep();
        LockSupport.parkNanos(EVERY.toNanos());
      }
    });
  }

  /// Escalates all that is overdue now.
  void sweep() {
    try {
      Instant now = clock.instant();
      log.overdue(now, BATCH).forEach(id -> escalate(id, now));
    } catch (LogUnavailableException e) {
      LOG.debug("deadlines wait for the store: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("deadlines could not be looked at", e);
    }
  }

  private void escalate(IncidentId id, Instant now) {
    var found =
        changes.change(
            id,
            incident -> {
              boolean due =
                  incident.is(IncidentState.OPEN)
                      && incident.ownership().deadline().map(d -> !d.isAfter(now)).orElse(false);
              if (!due) {
                return new Decision.Stay<>(false);
              }
              return new Decision.Happen<>(
                  new IncidentEvent.Escalated(now), next -> escalated(incident, next));
            });
    if (found.isEmpty()) {
      log.dropDeadline(id);
    }
  }

  private boolean escalated(Incident before, Incident next) {
    observer.escalated(before.centre());
    LOG.warn(
        "{} was not taken by {} in time: {} owns it, round {}",
        next.id(),
        before.centre(),
        next.centre(),
        next.ownership().round());
    return true;
  }

  @Override
  public void close() {
    closed = true;
  }
}
