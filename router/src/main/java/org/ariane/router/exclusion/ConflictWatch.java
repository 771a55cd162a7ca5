package org.ariane.router.exclusion;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import org.ariane.router.access.Roster;
import org.ariane.router.dispatch.Incident;
import org.ariane.router.dispatch.IncidentBoard;
import org.ariane.router.dispatch.IncidentChanges;
import org.ariane.router.dispatch.IncidentChanges.Decision;
import org.ariane.router.dispatch.IncidentEvent;
import org.ariane.router.dispatch.IncidentState;
import org.ariane.router.dispatch.LogUnavailableException;
import org.ariane.router.dispatch.Selection;
import org.ariane.router.dispatch.Sight;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sees to it that nobody holds an incident who may not see it, and that exclusions reach incidents
/// that began while they were being set. Any server may do it; twice is as once.
public final class ConflictWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ConflictWatch.class);
  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final int SWEEP_EVERY = 10;

  private final Exclusions exclusions;
  private final Selection taken;
  private final IncidentChanges changes;
  private final Roster roster;
  private final InstantSource clock;
  private volatile boolean closed;

  public ConflictWatch(
      Exclusions exclusions,
      IncidentBoard board,
      IncidentChanges changes,
      Roster roster,
      InstantSource clock) {
    this.exclusions = exclusions;
    this.taken =
        Selection.of(board, known -> known.is(IncidentState.TAKEN) && !known.barred().isEmpty());
    this.changes = changes;
    this.roster = roster;
    this.clock = clock;
  }

  public void start(Executor virtualThreads) {
    virtualThreads.execute(() -> {
      for (long turn = 0; !closed; turn++) {
        look(turn % SWEEP_EVERY == 0);
        LockSupport.parkNanos(EVERY.toNanos());
      }
    });
  }

  private void look(boolean sweep) {
    try {
      release();
      if (sweep) {
        exclusions.sweep();
      }
    } catch (LogUnavailableException e) {
      LOG.debug("conflicts of interest wait for the store: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("conflicts of interest could not be looked at", e);
    }
  }

  /// Takes incidents out of the hands of those who are barred from them.
  void release() {
    taken
        .matching(this::heldByBarred)
        .forEach(incident ->
            changes.change(
                incident.id(),
                now ->
                    heldByBarred(now)
                        ? new Decision.Happen<>(
                            new IncidentEvent.Released(clock.instant()), next -> true)
                        : new Decision.Stay<>(false)));
  }

  private boolean heldByBarred(Incident incident) {
    return incident.is(IncidentState.TAKEN)
        && !incident.barred().isEmpty()
        && incident
            .handling()
            .holder()
            .flatMap(known -> roster.find(known.principal()))
            .map(known -> !Sight.sees(known, incident))
            .orElse(false);
  }

  @Override
  public void close() {
    closed = true;
  }
}
