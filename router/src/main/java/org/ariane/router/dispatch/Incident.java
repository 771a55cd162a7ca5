package org.ariane.router.dispatch;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.place.CentreId;
import org.ariane.router.access.Affiliation;
import org.ariane.router.alarm.AlarmId;
import org.ariane.router.alarm.AlarmSource;
import org.ariane.router.alarm.AlarmStatus;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.danger.DangerAssessment;
import org.ariane.router.order.CourtOrder;
import org.ariane.router.priority.Priority;
import org.ariane.router.priority.PriorityFeatures;

/// What dispatch sees of one or more alarms. Immutable; changes only through [IncidentLife].
///
/// @param version counts the stored changes; 0 means never made durable
/// @param orders court orders that are known
/// @param assessment of danger, all that were made together
/// @param barred who must neither see nor be sent to it
public record Incident(
    IncidentId id,
    long version,
    boolean exercise,
    Ownership ownership,
    Situation situation,
    Manner manner,
    PriorityFeatures features,
    Priority priority,
    Handling handling,
    List<RaisedAlarm> alarms,
    List<CourtOrder> orders,
    Optional<DangerAssessment> assessment,
    List<Affiliation> barred,
    Instant createdAt,
    Instant updatedAt) {
  private static final String OUTAGE = new AlarmSource.Outage("").kind();

  public Incident {
    alarms = List.copyOf(alarms);
    orders = List.copyOf(orders);
    barred = List.copyOf(barred);
    if (alarms.isEmpty()) {
      throw new IllegalArgumentException("an incident has an alarm");
    }
  }

  public CentreId centre() {
    return ownership.centre();
  }

  public IncidentState state() {
    return handling.state();
  }

  public boolean is(IncidentState state) {
    return handling.state() == state;
  }

  /// Whether it is a notice that many check-ins of one app were missed at once.
  public boolean isOutage() {
    return isOutage(alarms);
  }

  static boolean isOutage(List<RaisedAlarm> alarms) {
    return alarms.getFirst().sourceKind().equals(OUTAGE);
  }

  /// How many check-ins a notice about an outage stands for.
  public int missedTogether() {
    return isOutage() ? alarms.size() - 1 : 0;
  }

  /// How far one of its alarms has come, as its sender may know it.
  AlarmStatus statusFor(RaisedAlarm raised) {
    return raised.cancelledAt().isPresent() ? AlarmStatus.CANCELLED : handling.progress();
  }

  /// When [#statusFor] came to be.
  Instant since(RaisedAlarm raised) {
    return raised.cancelledAt().orElse(handling.since());
  }

  /// Whether nobody of a centre but its duty officer may see it.
  public boolean bars(CentreId centre) {
    return barred.contains(new Affiliation(Affiliation.Kind.CENTRE, centre.value()));
  }

  /// Whether a centre's own system is told of it, where everybody of the centre may read.
  public boolean posts(CentreId centre) {
    return ownership.knows(centre) && !bars(centre);
  }

  public boolean durable() {
    return version > 0;
  }

  public Optional<RaisedAlarm> alarm(AlarmId alarm) {
    return alarms.stream().filter(raised -> raised.id().equals(alarm)).findFirst();
  }

  Incident with(Ownership other, Handling how, Instant at) {
    return copy(other, situation, manner, features, priority, how, alarms, at);
  }

  Incident with(Handling how, Instant at) {
    return with(ownership, how, at);
  }

  Incident with(List<RaisedAlarm> other, Instant at) {
    return copy(ownership, situation, manner, features, priority, handling, other, at);
  }

  Incident with(Situation other, Manner how, Instant at) {
    return copy(ownership, other, how, features, priority, handling, alarms, at);
  }

  /// With what is known beforehand beside the red list; nothing known is lost.
  Incident with(Background.Known known) {
    return new Incident(
        id,
        version,
        exercise,
        ownership,
        situation,
        manner,
        features,
        priority,
        handling,
        alarms,
        CourtOrder.union(orders, known.orders()),
        joined(known.assessment()),
        union(barred, known.barred()),
        createdAt,
        updatedAt);
  }

  private Optional<DangerAssessment> joined(Optional<DangerAssessment> other) {
    return assessment.map(own -> other.map(own::and).orElse(own)).or(() -> other);
  }

  private static <T> List<T> union(List<T> one, List<T> other) {
    Set<T> both = new LinkedHashSet<>(one);
    both.addAll(other);
    return List.copyOf(both);
  }

  Incident with(PriorityFeatures other, Priority assessed) {
    return copy(ownership, situation, manner, other, assessed, handling, alarms, updatedAt);
  }

  /// As stored under its next version.
  Incident stored() {
    return versioned(version + 1);
  }

  /// The same under another version, as a store reads it.
  public Incident versioned(long number) {
    return new Incident(
        id,
        number,
        exercise,
        ownership,
        situation,
        manner,
        features,
        priority,
        handling,
        alarms,
        orders,
        assessment,
        barred,
        createdAt,
        updatedAt);
  }

  /// No exercise any more. There is no way back: what was real once is taken for real.
  Incident real() {
    return new Incident(
        id,
        version,
        false,
        ownership,
        situation,
        manner,
        features,
        priority,
        handling,
        alarms,
        orders,
        assessment,
        barred,
        createdAt,
        updatedAt);
  }

  /// Its last change never moves back: messages wait for each other, and clocks of servers differ.
  private Incident copy(
      Ownership owner,
      Situation what,
      Manner how,
      PriorityFeatures recorded,
      Priority assessed,
      Handling handled,
      List<RaisedAlarm> raised,
      Instant at) {
    return new Incident(
        id,
        version,
        exercise,
        owner,
        what,
        how,
        recorded,
        assessed,
        handled,
        raised,
        orders,
        assessment,
        barred,
        createdAt,
        at.isAfter(updatedAt) ? at : updatedAt);
  }

  @Override
  public String toString() {
    return "Incident[" + id + ", " + handling.state().wireName() + "]";
  }
}
