package org.ariane.router.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import org.ariane.directory.place.CentreId;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.dispatch.IncidentChanges.Decision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Passes incidents that nobody took in time to the next of their chain. Deadlines are in the
/// store, so that any server keeps those of a dead one; two that act at once do it once. Who cannot
/// be reached has a short turn, if the next one can.
public final class Escalation implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Escalation.class);
  private static final Duration EVERY = Duration.ofMillis(200);
  private static final int BATCH = 50;
  private static final int SHORT_TURNS_EVERY = 5;
  private static final Duration SHORT_TURN = Duration.ofSeconds(10);

  private final IncidentLog log;
  private final IncidentChanges changes;
  private final Selection untold;
  private final CentreLinks links;
  private final DutyCaller dutyCaller;
  private final InstantSource clock;
  private final DispatchObserver observer;
  private volatile boolean closed;

  public Escalation(
      IncidentLog log,
      IncidentChanges changes,
      IncidentBoard board,
      CentreLinks links,
      DutyCaller dutyCaller,
      InstantSource clock,
      DispatchObserver observer) {
    this.log = log;
    this.changes = changes;
    this.untold =
        Selection.of(
            board,
            known ->
                known.is(IncidentState.OPEN)
                    && known.durable()
                    && !known.ownership().delivered()
                    && !known.ownership().knows(known.ownership().upcoming().centre()));
    this.links = links;
    this.dutyCaller = dutyCaller;
    this.clock = clock;
    this.observer = observer;
  }

  public void start(Executor virtualThreads) {
    virtualThreads.execute(() -> {
      for (long turn = 0; !closed; turn++) {
        sweep(turn % SHORT_TURNS_EVERY == 0);
        LockSupport.parkNanos(EVERY.toNanos());
      }
    });
  }

  /// Escalates all that is overdue now.
  private void sweep(boolean shortTurns) {
    try {
      Instant now = clock.instant();
      log.overdue(now, BATCH).forEach(id -> escalate(id, now, Escalation::overdue));
      if (shortTurns && links.reachesAny()) {
        untold
            .matching(incident -> cutShort(incident, now))
            .forEach(incident -> escalate(incident.id(), now, this::cutShort));
      }
    } catch (LogUnavailableException e) {
      LOG.debug("deadlines wait for the store: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("deadlines could not be looked at", e);
    }
  }

  private interface Due {
    boolean at(Incident incident, Instant now);
  }

  private static boolean overdue(Incident incident, Instant now) {
    return incident.ownership().deadline().map(d -> !d.isAfter(now)).orElse(false);
  }

  /// Nobody there was told or can be told now, and the next one can.
  private boolean cutShort(Incident incident, Instant now) {
    Ownership owner = incident.ownership();
    CentreId next = owner.upcoming().centre();
    return incident.durable()
        && !owner.delivered()
        && !owner.since().plus(SHORT_TURN).isAfter(now)
        && !links.reaches(owner.centre())
        && !owner.knows(next)
        && links.reaches(next);
  }

  private void escalate(IncidentId id, Instant now, Due due) {
    var found =
        changes.change(
            id,
            incident -> {
              if (!incident.is(IncidentState.OPEN) || !due.at(incident, now)) {
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
    dutyCaller.passed(next);
    LOG.warn(
        "{} was not taken by {} in time: {} owns it, round {}",
        next.id(),
        before.ownership().owner(),
        next.ownership().owner(),
        next.ownership().round());
    return true;
  }

  @Override
  public void close() {
    closed = true;
  }
}
