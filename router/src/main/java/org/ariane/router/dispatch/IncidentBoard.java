package org.ariane.router.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ariane.router.alarm.AlarmId;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.priority.PriorityPolicy;

/// Open and recent incidents in memory, so that they can be read while the store is away. Fed by
/// this server's commits at once and by following those of others. Safe from any thread.
public final class IncidentBoard {
  private static final Duration RECENT = Duration.ofHours(12);
  private static final int SWEEP_EVERY = 256;

  private final PriorityPolicy policy;
  private final InstantSource clock;
  private final Map<IncidentId, Incident> incidents = new HashMap<>();
  private final Map<AlarmId, IncidentId> alarms = new HashMap<>();
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private int sinceSweep;

  public IncidentBoard(PriorityPolicy policy, InstantSource clock) {
    this.policy = policy;
    this.clock = clock;
  }

  /// Hears of each change, in order, while the board is locked: must be quick and must not call
  /// back.
  @FunctionalInterface
  public interface Listener {
    void changed(Optional<Incident> before, Incident now);
  }

  public void listen(Listener listener) {
    listeners.add(listener);
  }

  /// Shows a version, unless a newer one is shown already. One that was never durable gives way to
  /// any other.
  public synchronized void show(Incident incident) {
    Incident before = incidents.get(incident.id());
    if (before != null && before.version() >= incident.version()) {
      return;
    }
    incidents.put(incident.id(), incident);
    incident.alarms().forEach(alarm -> alarms.put(alarm.id(), incident.id()));
    listeners.forEach(listener -> listener.changed(Optional.ofNullable(before), incident));
    if (++sinceSweep >= SWEEP_EVERY) {
      sinceSweep = 0;
      sweep();
    }
  }

  public synchronized Optional<Incident> find(IncidentId id) {
    return Optional.ofNullable(incidents.get(id));
  }

  public synchronized Optional<Incident> find(AlarmId alarm) {
    return Optional.ofNullable(alarms.get(alarm)).map(incidents::get);
  }

  /// Those in one of the states, most urgent first.
  public List<Incident> list(Set<IncidentState> states) {
    List<Incident> found;
    synchronized (this) {
      found = incidents.values().stream().filter(known -> states.contains(known.state())).toList();
    }
    return found.stream().sorted(byUrgency()).toList();
  }

  public Comparator<Incident> byUrgency() {
    return Comparator.comparingDouble(this::urgency).thenComparing(known -> known.id().value());
  }

  /// Order key, smaller is more urgent.
  public double urgency(Incident incident) {
    return policy.orderKey(incident.priority(), incident.createdAt());
  }

  private void sweep() {
    Instant oldest = clock.instant().minus(RECENT);
    incidents
        .values()
        .removeIf(known ->
            (known.is(IncidentState.CLOSED) || !known.durable())
                && known.updatedAt().isBefore(oldest));
    alarms.values().removeIf(id -> !incidents.containsKey(id));
  }
}
