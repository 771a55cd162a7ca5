package org.ariane.router.dispatch;

import java.util.List;
import java.util.Optional;
import org.ariane.router.alarm.AlarmId;

/// One change of one incident with all that must become durable together with it.
///
/// @param next the incident under its next version; the version before must be the stored one
/// @param urgency order key of its deliveries, smaller is more urgent
/// @param alarm a new alarm that must not be known yet
/// @param join the index of the alarm's phone, which must still say what was read
/// @param postings messages to centres, in order
/// @param delivered a posting that was received and is done
/// @param matched an entry of the red list that matched, for the audit
/// @param decided how urgent it is was decided anew, which is recorded for replay
public record Commit(
    Incident next,
    double urgency,
    Optional<NewAlarm> alarm,
    Optional<Join> join,
    List<Posting> postings,
    Optional<Outbox.Claimed> delivered,
    Optional<Matched> matched,
    boolean decided) {
  public Commit {
    postings = List.copyOf(postings);
  }

  public record NewAlarm(AlarmKey key, AlarmId id) {}

  /// The index of a phone.
  ///
  /// @param before the incident that the index named when it was read
  /// @param looked whether it was read from the store; else an index under any secret that says
  ///   something else is a conflict
  public record Join(
      JoinKey key, Optional<org.ariane.router.alarm.IncidentId> before, boolean looked) {}

  public record Posting(DeliveryId id, Notice notice) {}

  public record Matched(org.ariane.router.redlist.RedListEntryId entry, AlarmId alarm) {}
}
