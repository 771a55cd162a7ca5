package org.ariane.router.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ariane.router.alarm.AlarmId;
import org.ariane.router.alarm.IncidentId;

/// The durable store of incidents. Every call may throw [LogUnavailableException].
public interface IncidentLog {
  /// What is known of an alarm before it is taken.
  Known look(AlarmKey key, Optional<JoinKey> join);

  Optional<Incident> find(IncidentId id);

  Optional<IncidentId> incidentOf(AlarmId alarm);

  /// Makes the change durable (on disk, fsynced) as a whole, or not at all. False where another
  /// change came in between: read again.
  boolean commit(Commit commit);

  /// Incidents whose deadline has passed, longest overdue first.
  List<IncidentId> overdue(Instant now, int most);

  /// Forgets the deadline of an incident that no longer exists.
  void dropDeadline(IncidentId id);

  /// Waits until alarms can be made durable. False where they can't within that time; at once where
  /// the store says that it does not promise durability, or where something is short.
  boolean awaitDurable(Duration atMost);

  /// Why no more alarms are taken for good. Other changes are: what is under way must be finished.
  Optional<Shortage> shortage();

  /// What was read.
  ///
  /// @param same the incident that already holds this very alarm, and the alarm's id
  /// @param joinable what the phone's index names, open or not
  record Known(
      Optional<SameAlarm> same, Optional<IncidentId> indexed, Optional<Incident> joinable) {
    /// What memory says: an alarm that is new, of a phone whose latest incident is this.
    static Known latest(Optional<Incident> incident) {
      return new Known(Optional.empty(), incident.map(Incident::id), incident);
    }

    public record SameAlarm(AlarmId id, Incident incident) {}
  }
}
