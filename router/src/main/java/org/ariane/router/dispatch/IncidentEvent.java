package org.ariane.router.dispatch;

import java.time.Instant;
import java.util.List;
import org.ariane.directory.place.CentreId;
import org.ariane.router.access.Affiliation;
import org.ariane.router.alarm.Alarm;
import org.ariane.router.alarm.AlarmFollowUp;
import org.ariane.router.alarm.AlarmId;
import org.ariane.router.danger.DangerAssessment;
import org.ariane.router.order.CourtOrder;

/// Something that happened to an incident. Who may cause it is decided before it is made.
public sealed interface IncidentEvent {
  Instant at();

  /// Another alarm of the same phone.
  ///
  /// @param placement where all alarms together place it
  /// @param astray what of this alarm's place led nowhere
  record AlarmJoined(
      AlarmId id,
      Alarm alarm,
      Placement placement,
      List<String> astray,
      Background.Known known,
      Instant at)
      implements IncidentEvent {}

  /// One of many check-ins of an app that were missed at once joins the notice about it.
  record MissedTogether(AlarmId id, Alarm alarm, Background.Known known, Instant at)
      implements IncidentEvent {}

  /// One of those many spoke for herself: her alarm goes on here.
  ///
  /// @param before as it stands in the notice
  record CameApart(RaisedAlarm before, Instant at) implements IncidentEvent {}

  /// Other content under the id of one of its alarms.
  record AlarmUpdated(
      AlarmId id,
      Alarm alarm,
      Placement placement,
      List<String> astray,
      Background.Known known,
      Instant at)
      implements IncidentEvent {}

  /// A later position or address.
  record LocationUpdated(
      AlarmFollowUp.Update update, Placement placement, Background.Known known, Instant at)
      implements IncidentEvent {}

  /// The centre's system confirmed receipt, or a dispatcher's screen showed it.
  record Delivered(CentreId centre, Instant at) implements IncidentEvent {}

  record Taken(Holder by) implements IncidentEvent {
    @Override
    public Instant at() {
      return by.at();
    }
  }

  /// A dispatcher refuses a critical one; a supervisor must confirm.
  record RejectionAsked(Holder by, String cause) implements IncidentEvent {
    @Override
    public Instant at() {
      return by.at();
    }
  }

  /// The owner refuses it: the next of the chain steps in.
  record Rejected(Holder by, String cause) implements IncidentEvent {
    @Override
    public Instant at() {
      return by.at();
    }
  }

  /// Nobody took it in time: the next of the chain steps in.
  record Escalated(Instant at) implements IncidentEvent {}

  /// The duty officer was rung and did not take it: the next of the chain steps in.
  ///
  /// @param outcome what came of the call, a code
  record Rung(String outcome, Instant at) implements IncidentEvent {}

  record OnTheWay(Instant at) implements IncidentEvent {}

  /// Another centre owns it from here.
  record HandedOver(Holder by, CentreId to) implements IncidentEvent {
    @Override
    public Instant at() {
      return by.at();
    }
  }

  /// A colleague of the same centre holds it from here.
  record HandedToColleague(Holder to) implements IncidentEvent {
    @Override
    public Instant at() {
      return to.at();
    }
  }

  /// The sender of one alarm called it off. Dispatch goes on.
  ///
  /// @param duress it came with a code that is not known to be the safe one
  record Cancelled(AlarmId alarm, boolean duress, Instant at) implements IncidentEvent {}

  /// Somebody must neither see nor be sent to it.
  record Excluded(Affiliation barred, Instant at) implements IncidentEvent {}

  /// The one who held it may no longer: it must be taken again.
  record Released(Instant at) implements IncidentEvent {}

  /// Her number is about to be shown to someone of the centre.
  ///
  /// @param reason why, a code
  record NumberOpened(Holder by, String reason) implements IncidentEvent {
    @Override
    public Instant at() {
      return by.at();
    }
  }

  /// An order of a court became known, verified or breached.
  record OrderAdded(CourtOrder order, Instant at) implements IncidentEvent {}

  /// Somebody trained assessed the danger.
  record Assessed(DangerAssessment assessment, Instant at) implements IncidentEvent {}

  record Completed(Holder by, Handling.Outcome outcome) implements IncidentEvent {
    @Override
    public Instant at() {
      return by.at();
    }
  }
}
