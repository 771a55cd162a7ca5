package org.ariane.router.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.ariane.router.alarm.AlarmId;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.dispatch.Handling.Outcome;
import org.ariane.router.priority.PriorityClass;
import org.ariane.router.priority.PriorityPolicy;

/// Open and recent incidents in memory, so that they can be read while the store is away. Fed by
/// this server's commits at once and by following those of others. Safe from any thread.
public final class IncidentBoard {
  private static final Duration RECENT = Duration.ofHours(12);
  private static final Duration SWEEP_EVERY = Duration.ofSeconds(30);

  private static final int MOST_VOLATILE = 2_000;

  /// As long as the store lets alarms of one phone join. Only a guess: the store decides.
  private static final Duration JOINABLE = Duration.ofMinutes(30);

  private final PriorityPolicy policy;
  private final InstantSource clock;
  private final Map<IncidentId, Incident> incidents = new HashMap<>();
  private final Map<AlarmId, IncidentId> alarms = new HashMap<>();
  private final Map<JoinKey, IncidentId> phones = new HashMap<>();
  private final Set<IncidentId> volatiles = new HashSet<>();
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private Instant nextSweep = Instant.MIN;

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
    if (incident.durable()) {
      volatiles.remove(incident.id());
    }
    incident.alarms().forEach(alarm -> alarms.merge(alarm.id(), incident.id(), this::herOwn));
    if (incident.durable()) {
      incident
          .situation()
          .phone()
          .ifPresent(phone ->
              phones.merge(new JoinKey(phone, incident.exercise()), incident.id(), this::younger));
    }
    listeners.forEach(listener -> listener.changed(Optional.ofNullable(before), incident));
    Instant now = clock.instant();
    if (!now.isBefore(nextSweep)) {
      nextSweep = now.plus(SWEEP_EVERY);
      sweep();
    }
  }

  /// What was told from memory is stored now as a part of another incident: nobody can take it
  /// here.
  synchronized void withdraw(IncidentId id) {
    Incident told = incidents.get(id);
    if (told == null || told.durable() || told.is(IncidentState.CLOSED)) {
      return;
    }
    Instant at = clock.instant();
    Incident gone =
        told.with(told.handling().closed(new Outcome("joined", Optional.empty()), at), at);
    incidents.put(id, gone);
    listeners.forEach(listener -> listener.changed(Optional.of(told), gone));
  }

  /// Shows one that could not be stored. False where it is shown already, or where too many are: a
  /// flood must not fill the memory of this server.
  synchronized boolean showVolatile(Incident incident) {
    if (incidents.containsKey(incident.id()) || volatiles.size() >= MOST_VOLATILE) {
      return false;
    }
    volatiles.add(incident.id());
    show(incident);
    return true;
  }

  /// One who was among many and then spoke for herself has an incident of her own.
  private IncidentId herOwn(IncidentId before, IncidentId now) {
    boolean among = incidents.containsKey(now) && incidents.get(now).isOutage();
    return among ? before : now;
  }

  public synchronized Optional<Incident> find(IncidentId id) {
    return Optional.ofNullable(incidents.get(id));
  }

  public synchronized Optional<Incident> find(AlarmId alarm) {
    return Optional.ofNullable(alarms.get(alarm)).map(incidents::get);
  }

  /// The latest incident of a phone whose last alarm is not long ago, open or not.
  synchronized Optional<Incident> latest(JoinKey key) {
    Instant oldest = clock.instant().minus(JOINABLE);
    return Optional.ofNullable(phones.get(key))
        .map(incidents::get)
        .filter(known -> known.alarms().getLast().receivedAt().isAfter(oldest));
  }

  private IncidentId younger(IncidentId one, IncidentId other) {
    Incident shown = incidents.get(one);
    Incident now = incidents.get(other);
    return shown == null || now == null || now.createdAt().isAfter(shown.createdAt()) ? other : one;
  }

  /// How many are in one of the states, by class.
  public synchronized Map<PriorityClass, Long> count(Set<IncidentState> states) {
    return incidents.values().stream()
        .filter(known -> states.contains(known.state()))
        .collect(Collectors.groupingBy(known -> known.priority().urgency(), Collectors.counting()));
  }

  /// Those in one of the states, most urgent first.
  public List<Incident> list(Set<IncidentState> states) {
    return list(known -> states.contains(known.state()));
  }

  /// Those that are wanted, most urgent first. Only they are put in order.
  public List<Incident> list(Predicate<Incident> wanted) {
    return ranked(matching(wanted));
  }

  /// These, most urgent first.
  public List<Incident> ranked(List<Incident> some) {
    return some.stream()
        .map(known -> new Ranked(urgency(known), known))
        .sorted(Ranked.ORDER)
        .map(Ranked::incident)
        .toList();
  }

  /// Those that are wanted, in no order.
  public List<Incident> matching(Predicate<Incident> wanted) {
    List<Incident> all;
    synchronized (this) {
      all = List.copyOf(incidents.values());
    }
    return all.stream().filter(wanted).toList();
  }

  private record Ranked(double key, Incident incident) {
    static final Comparator<Ranked> ORDER =
        Comparator.comparingDouble(Ranked::key).thenComparing(one -> one.incident().id().value());
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
    volatiles.removeIf(id -> !incidents.containsKey(id));
    phones.values().removeIf(id -> !incidents.containsKey(id));
  }
}
