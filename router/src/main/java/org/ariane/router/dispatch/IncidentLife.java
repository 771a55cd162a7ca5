package org.ariane.router.dispatch;

import static org.ariane.router.dispatch.Notice.Kind.CLOSED;
import static org.ariane.router.dispatch.Notice.Kind.MOVED;
import static org.ariane.router.dispatch.Notice.Kind.OPENED;
import static org.ariane.router.dispatch.Notice.Kind.TAKEN;
import static org.ariane.router.dispatch.Notice.Kind.UPDATED;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.place.CentreId;
import org.ariane.directory.place.ChainStep;
import org.ariane.directory.place.Zone;
import org.ariane.directory.place.ZoneId;
import org.ariane.router.alarm.Alarm;
import org.ariane.router.alarm.AlarmId;
import org.ariane.router.alarm.AlarmStatus;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.priority.PriorityPolicy;

/// All transitions of an incident, as pure functions. An event that no longer fits (a late
/// delivery, a second completion) changes nothing and tells nobody.
public final class IncidentLife {
  /// As long as a call to a duty officer may take.
  private static final Duration TELEPHONE = Duration.ofSeconds(90);

  private final Merging merging;
  private final AnswerTimes times;

  public IncidentLife(PriorityPolicy policy, AnswerTimes times) {
    this.merging = new Merging(policy);
    this.times = times;
  }

  /// A new incident of one alarm.
  public Transition open(
      IncidentId id, AlarmId alarmId, Alarm alarm, Placement placement, Background.Known known) {
    Instant at = alarm.receivedAt();
    Incident incident = merging.first(id, alarmId, alarm, placement, known);
    Ownership owner = Ownership.begin(placement, at, within(incident));
    Handling handling = incident.handling().noted(at, "opened", owner.owner().toString());
    return tell(incident.with(owner, handling, at), OPENED);
  }

  public Transition apply(Incident now, IncidentEvent event) {
    return switch (event) {
      case IncidentEvent.AlarmJoined joined ->
          widened(now, merging.joined(now, joined), joined.placement());
      case IncidentEvent.AlarmUpdated updated -> updated(now, updated);
      case IncidentEvent.LocationUpdated located ->
          widened(now, merging.located(now, located), located.placement());
      case IncidentEvent.Delivered delivered -> delivered(now, delivered);
      case IncidentEvent.Taken taken -> taken(now, taken.by());
      case IncidentEvent.RejectionAsked asked -> rejectionAsked(now, asked);
      case IncidentEvent.Rejected rejected -> rejected(now, rejected);
      case IncidentEvent.Escalated escalated ->
          now.is(IncidentState.OPEN)
              ? passedOn(now, next(now, escalated.at()), "escalated", escalated.at())
              : unchanged(now);
      case IncidentEvent.OnTheWay onTheWay -> onTheWay(now, onTheWay.at());
      case IncidentEvent.HandedOver over -> handedOver(now, over);
      case IncidentEvent.HandedToColleague over -> handedToColleague(now, over.to());
      case IncidentEvent.Cancelled cancelled -> cancelled(now, cancelled);
      case IncidentEvent.NumberOpened opened -> numberOpened(now, opened);
      case IncidentEvent.Completed completed -> completed(now, completed);
    };
  }

  private Transition updated(Incident now, IncidentEvent.AlarmUpdated updated) {
    Incident merged = merging.updated(now, updated);
    if (!now.is(IncidentState.CLOSED)) {
      return widened(now, merged, updated.placement());
    }
    // Who asks for help again under an old id must not be lost in a closed case.
    Ownership first = Ownership.begin(updated.placement(), updated.at(), within(merged));
    return passedOn(merged, first, "reopened", updated.at());
  }

  /// More is known. The deadline may come nearer. An incident that nobody has taken goes to where
  /// she is; of one that a human holds that human hears that she is elsewhere.
  private Transition widened(Incident before, Incident now, Placement placement) {
    Instant at = now.updatedAt();
    Optional<ZoneId> there = placement.zone().map(Zone::id);
    boolean moved = there.isPresent() && !there.equals(now.ownership().zone());
    if (!now.is(IncidentState.OPEN)) {
      return tell(now.with(now.ownership().seenIn(there), now.handling(), at), UPDATED);
    }
    if (moved && now.ownership().zone().isEmpty()) {
      return passedOn(now, Ownership.begin(placement, at, within(now)), "placed", at);
    }
    if (moved) {
      return passedOn(now, now.ownership().movedTo(placement, at, within(now)), "moved-zone", at);
    }
    return reassessed(before, now);
  }

  private Transition delivered(Incident now, IncidentEvent.Delivered delivered) {
    if (now.ownership().delivered() || !now.centre().equals(delivered.centre())) {
      return unchanged(now);
    }
    Handling handling = now.handling().delivered(delivered.at());
    Incident next = now.with(now.ownership().withDelivered(), handling, delivered.at());
    return new Transition(next, List.of());
  }

  private Transition taken(Incident now, Holder by) {
    if (!now.is(IncidentState.OPEN)) {
      return unchanged(now);
    }
    Handling handling = now.handling().heldBy(by).noted(by.at(), "taken", seat(by));
    return tell(now.with(now.ownership().takenBy(by.centre()), handling, by.at()), TAKEN);
  }

  private Transition rejectionAsked(Incident now, IncidentEvent.RejectionAsked asked) {
    if (now.is(IncidentState.CLOSED) || now.handling().rejection().isPresent()) {
      return unchanged(now);
    }
    Handling handling =
        now.handling()
            .rejectionAsked(new Handling.Rejection(asked.by(), asked.cause()))
            .noted(asked.at(), "rejection-asked", asked.cause());
    return tell(now.with(handling, asked.at()), UPDATED);
  }

  private Transition rejected(Incident now, IncidentEvent.Rejected rejected) {
    if (now.is(IncidentState.CLOSED)) {
      return unchanged(now);
    }
    Handling noted = now.handling().noted(rejected.at(), "rejection-cause", rejected.cause());
    Incident refused = now.with(noted, rejected.at());
    Ownership next = next(now, rejected.at()).without(rejected.by().centre());
    return passedOn(refused, next, "rejected", rejected.at());
  }

  private Transition onTheWay(Incident now, Instant at) {
    if (!now.is(IncidentState.TAKEN) || now.handling().progress() == AlarmStatus.ON_THE_WAY) {
      return unchanged(now);
    }
    Handling handling =
        now.handling().progressed(AlarmStatus.ON_THE_WAY, at).noted(at, "on-the-way", "");
    return tell(now.with(handling, at), UPDATED);
  }

  private Transition handedOver(Incident now, IncidentEvent.HandedOver over) {
    if (now.is(IncidentState.CLOSED)) {
      return unchanged(now);
    }
    Ownership owner =
        now.ownership().to(over.to(), over.at(), within(now)).without(over.by().centre());
    Incident left = now.with(now.handling().actedBy(over.by()), over.at());
    return passedOn(left, owner, "handed-over", over.at());
  }

  private Transition handedToColleague(Incident now, Holder to) {
    if (!now.is(IncidentState.TAKEN)) {
      return unchanged(now);
    }
    Handling handling = now.handling().heldBy(to).noted(to.at(), "colleague", seat(to));
    return tell(now.with(handling, to.at()), TAKEN);
  }

  private Transition cancelled(Incident now, IncidentEvent.Cancelled cancelled) {
    Incident merged = merging.cancelled(now, cancelled);
    return merged.equals(now) ? unchanged(now) : reassessed(now, merged);
  }

  /// Written into the history, told to nobody: it changes nothing for those who act.
  private Transition numberOpened(Incident now, IncidentEvent.NumberOpened opened) {
    String about = seat(opened.by()) + " " + opened.reason();
    Handling handling = now.handling().noted(opened.at(), "number-opened", about);
    return new Transition(now.with(handling, opened.at()), List.of());
  }

  private Transition completed(Incident now, IncidentEvent.Completed completed) {
    if (!now.is(IncidentState.TAKEN)) {
      return unchanged(now);
    }
    Handling handling =
        now.handling()
            .actedBy(completed.by())
            .closed(completed.outcome(), completed.at())
            .noted(completed.at(), "completed", completed.outcome().code());
    return tell(now.with(now.ownership().withoutDeadline(), handling, completed.at()), CLOSED);
  }

  /// A graver one is waited for less long.
  private Transition reassessed(Incident before, Incident now) {
    boolean graver = now.priority().urgency().compareTo(before.priority().urgency()) < 0;
    boolean sooner = graver && now.is(IncidentState.OPEN);
    Instant at = now.updatedAt();
    Ownership owner = now.ownership();
    return tell(
        now.with(sooner ? owner.answeredBy(at.plus(within(now))) : owner, now.handling(), at),
        UPDATED);
  }

  /// Another owner, or the same one reminded. Whose turn it is gets it as opened, who was told
  /// before and still may know hears of it, who may no longer is told that it left.
  private Transition passedOn(Incident now, Ownership owner, String why, Instant at) {
    boolean wider = owner.told().containsAll(now.ownership().told());
    Handling open = wider ? now.handling() : now.handling().reopened(at);
    Handling handling = open.waiting(at).noted(at, why, owner.owner().toString());
    Incident next = now.with(owner, handling, at);
    boolean sameCentre = owner.centre().equals(now.centre());
    List<Notice> notices = new ArrayList<>();
    for (CentreId known : now.ownership().told()) {
      boolean turn = known.equals(owner.centre()) && !sameCentre;
      notices.add(new Notice(known, !owner.knows(known) ? MOVED : turn ? OPENED : UPDATED));
    }
    owner.told().stream()
        .filter(told -> !now.ownership().knows(told))
        .forEach(told -> notices.add(new Notice(told, OPENED)));
    return new Transition(next, notices);
  }

  private Ownership next(Incident now, Instant at) {
    boolean telephone = now.ownership().upcoming().post() == ChainStep.Post.DUTY_PHONE;
    Duration time = within(now);
    return now.ownership().next(at, telephone && time.compareTo(TELEPHONE) < 0 ? TELEPHONE : time);
  }

  private Duration within(Incident incident) {
    return times.of(incident.priority().urgency());
  }

  private static Transition tell(Incident next, Notice.Kind kind) {
    return new Transition(
        next, next.ownership().told().stream().map(told -> new Notice(told, kind)).toList());
  }

  private static Transition unchanged(Incident now) {
    return new Transition(now, List.of());
  }

  private static String seat(Holder holder) {
    return holder.centre() + holder.position().map(position -> "/" + position).orElse("");
  }
}
