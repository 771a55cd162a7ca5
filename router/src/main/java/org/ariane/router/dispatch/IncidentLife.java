package org.ariane.router.dispatch;

import static org.ariane.router.dispatch.Notice.Kind.CLOSED;
import static org.ariane.router.dispatch.Notice.Kind.MOVED;
import static org.ariane.router.dispatch.Notice.Kind.OPENED;
import static org.ariane.router.dispatch.Notice.Kind.TAKEN;
import static org.ariane.router.dispatch.Notice.Kind.UPDATED;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.place.CentreId;
import org.ariane.directory.place.ChainStep;
import org.ariane.directory.place.Zone;
import org.ariane.directory.place.ZoneId;
import org.ariane.router.alarm.Alarm;
import org.ariane.router.alarm.AlarmId;
import org.ariane.router.alarm.AlarmStatus;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.priority.PriorityClass;
import org.ariane.router.priority.PriorityPolicy;
import org.ariane.router.redlist.RedListMatch;

/// All transitions of an incident, as pure functions. An event that no longer fits (a late
/// delivery, a second completion) changes nothing and tells nobody.
public final class IncidentLife {
  /// As long as a call to a duty officer may take.
  private static final Duration TELEPHONE = Duration.ofSeconds(90);

  private static final int EACH_TENTH = 10;

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
    Ownership owner = around(incident, Ownership.begin(placement, at, within(incident)), at);
    Handling handling = incident.handling().noted(at, "opened", owner.owner().toString());
    return tell(incident.with(owner, handling, at), OPENED).decided(true);
  }

  public Transition apply(Incident now, IncidentEvent event) {
    Transition made = happen(now, event);
    return made.decided(!made.next().priority().equals(now.priority()));
  }

  private Transition happen(Incident now, IncidentEvent event) {
    return switch (event) {
      case IncidentEvent.AlarmJoined joined ->
          widened(now, merging.joined(now, joined), joined.placement());
      case IncidentEvent.MissedTogether missed -> together(now, merging.missed(now, missed));
      case IncidentEvent.CameApart apart -> new Transition(merging.apart(now, apart), List.of());
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
      case IncidentEvent.Rung rung -> rung(now, rung);
      case IncidentEvent.OnTheWay onTheWay -> onTheWay(now, onTheWay.at());
      case IncidentEvent.HandedOver over -> handedOver(now, over);
      case IncidentEvent.HandedToColleague over -> handedToColleague(now, over.to());
      case IncidentEvent.Cancelled cancelled -> cancelled(now, cancelled);
      case IncidentEvent.NumberOpened opened -> numberOpened(now, opened);
      case IncidentEvent.Completed completed -> completed(now, completed);
      case IncidentEvent.Excluded excluded -> excluded(now, excluded);
      case IncidentEvent.Released released -> released(now, released.at());
      case IncidentEvent.OrderAdded added -> learned(now, merging.ordered(now, added));
      case IncidentEvent.Assessed assessed -> learned(now, merging.assessed(now, assessed));
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
    if (!now.barred().equals(before.barred()) && !now.is(IncidentState.CLOSED)) {
      return barring(before, now, at);
    }
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

  private Transition rung(Incident now, IncidentEvent.Rung rung) {
    if (!now.is(IncidentState.OPEN)) {
      return unchanged(now);
    }
    Handling noted = now.handling().noted(rung.at(), "duty-phone", rung.outcome());
    Incident told = now.with(noted, rung.at());
    return passedOn(told, next(now, rung.at()), "escalated", rung.at());
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
    if (merged.equals(now)) {
      return unchanged(now);
    }
    return now.isOutage() ? together(now, merged) : reassessed(now, merged);
  }

  /// A notice about an outage changes a hundred times in a minute: centres hear of each tenth, and
  /// of whatever makes it graver.
  private Transition together(Incident before, Incident now) {
    boolean graver = now.priority().urgency() != before.priority().urgency();
    long changes =
        now.missedTogether()
            + now.alarms().stream().filter(one -> one.cancelledAt().isPresent()).count();
    return graver || changes == 1 || changes % EACH_TENTH == 0
        ? reassessed(before, now)
        : new Transition(now, List.of());
  }

  /// Written into the history, told to nobody: it changes nothing for those who act.
  private Transition numberOpened(Incident now, IncidentEvent.NumberOpened opened) {
    String about = seat(opened.by()) + " " + opened.reason();
    Handling handling = now.handling().noted(opened.at(), "number-opened", about);
    return new Transition(now.with(handling, opened.at()), List.of());
  }

  private Transition learned(Incident now, Incident merged) {
    return merged.equals(now) ? unchanged(now) : reassessed(now, merged);
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
    if (graver && now.is(IncidentState.OPEN) && !now.barred().isEmpty()) {
      return barring(before, now, now.updatedAt());
    }
    boolean sooner = graver && now.is(IncidentState.OPEN);
    Instant at = now.updatedAt();
    Ownership owner = now.ownership();
    return tell(
        now.with(sooner ? owner.answeredBy(at.plus(within(now))) : owner, now.handling(), at),
        UPDATED);
  }

  private Transition excluded(Incident now, IncidentEvent.Excluded excluded) {
    if (now.barred().contains(excluded.barred())) {
      return unchanged(now);
    }
    Instant at = excluded.at();
    Handling handling = now.handling().noted(at, "excluded", excluded.barred().kind().wireName());
    Incident barred =
        now.with(new Background.Known(RedListMatch.NONE, List.of(), List.of(excluded.barred())))
            .with(handling, at);
    return now.is(IncidentState.CLOSED) ? tell(barred, UPDATED) : barring(now, barred, at);
  }

  /// Somebody more is barred. Whoever may not know any more hears of it as of any transfer.
  private Transition barring(Incident before, Incident now, Instant at) {
    Ownership owner = around(now, now.ownership(), at);
    boolean held = now.is(IncidentState.TAKEN) && owner.owner().equals(now.ownership().owner());
    if (held) {
      return told(before, now.with(owner.withoutDeadline(), now.handling(), at));
    }
    return told(before, now.with(owner, now.handling().waiting(at), at));
  }

  private Transition released(Incident now, Instant at) {
    return now.is(IncidentState.TAKEN)
        ? passedOn(now, now.ownership().again(at, within(now)), "released", at)
        : unchanged(now);
  }

  /// Around those who are barred.
  private Ownership around(Incident incident, Ownership owner, Instant at) {
    Set<CentreId> barred = Conflicts.centres(incident.barred());
    PriorityClass urgency = incident.priority().urgency();
    List<ChainStep> before = owner.chain();
    List<ChainStep> chain = Conflicts.around(barred, before, urgency);
    if (chain.equals(before)) {
      return owner;
    }
    return owner.rerouted(
        chain,
        centre -> barred.contains(centre) && !Conflicts.onlyDutyOfficer(centre, before),
        urgency == PriorityClass.CRITICAL,
        at,
        within(incident));
  }

  /// Another owner, or the same one reminded.
  private Transition passedOn(Incident now, Ownership owner, String why, Instant at) {
    boolean wider = owner.told().containsAll(now.ownership().told());
    Handling open = wider ? now.handling() : now.handling().reopened(at);
    Ownership routed = around(now, owner, at);
    Handling handling = open.waiting(at).noted(at, why, routed.owner().toString());
    return told(now, now.with(routed, handling, at));
  }

  /// Whose turn it is, or who hears of it for the first time, gets it as opened; who knew of it
  /// before hears that it changed, or that it left.
  private static Transition told(Incident before, Incident next) {
    List<Notice> notices = new ArrayList<>();
    Set<CentreId> all = new LinkedHashSet<>(before.ownership().told());
    all.addAll(next.ownership().told());
    for (CentreId centre : all) {
      boolean turn =
          centre.equals(next.centre()) && !centre.equals(before.centre()) && next.posts(centre);
      if (next.posts(centre)) {
        notices.add(new Notice(centre, turn || !before.posts(centre) ? OPENED : UPDATED));
      } else if (before.posts(centre)) {
        notices.add(new Notice(centre, MOVED));
      }
    }
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
        next,
        next.ownership().told().stream()
            .filter(next::posts)
            .map(told -> new Notice(told, kind))
            .toList());
  }

  private static Transition unchanged(Incident now) {
    return new Transition(now, List.of());
  }

  private static String seat(Holder holder) {
    return holder.centre() + holder.position().map(position -> "/" + position).orElse("");
  }
}
