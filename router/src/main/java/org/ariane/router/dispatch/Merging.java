package org.ariane.router.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.ariane.router.alarm.Alarm;
import org.ariane.router.alarm.AlarmId;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.alarm.Trigger;
import org.ariane.router.danger.DangerAssessment;
import org.ariane.router.danger.DangerLevel;
import org.ariane.router.order.CourtOrder;
import org.ariane.router.priority.PriorityFeatures;
import org.ariane.router.priority.PriorityPolicy;
import org.ariane.router.redlist.RedListMark;
import org.ariane.router.redlist.RedListMatch;

/// Makes one incident of several messages, and assesses it anew each time. The messages may come in
/// any order.
final class Merging {
  private final PriorityPolicy policy;

  Merging(PriorityPolicy policy) {
    this.policy = policy;
  }

  Incident first(
      IncidentId id, AlarmId alarmId, Alarm alarm, Placement placement, Background.Known known) {
    Situation situation = Situation.UNKNOWN.with(alarm, placement.degraded());
    RaisedAlarm raised = RaisedAlarm.of(alarmId, alarm, degraded(alarm, placement.degraded()));
    PriorityFeatures features =
        features(
            Set.of(),
            List.of(raised),
            situation,
            known.redList().mark(),
            breached(known.orders(), Set.of(), List.of(raised)),
            known.assessment().map(DangerAssessment::level));
    Instant at = alarm.receivedAt();
    Incident bare =
        new Incident(
            id,
            0,
            alarm.exercise(),
            Ownership.begin(placement, at, Duration.ZERO),
            situation,
            manner(situation, features),
            features,
            policy.assess(features),
            Handling.begin(at).raisedBy(alarm.source()),
            List.of(raised),
            breached(known.orders(), Set.of(), List.of(raised)),
            Optional.empty(),
            List.of(),
            at,
            at);
    return bare.with(known);
  }

  Incident joined(Incident now, IncidentEvent.AlarmJoined joined) {
    List<RaisedAlarm> alarms = new ArrayList<>(now.alarms());
    alarms.add(
        RaisedAlarm.of(joined.id(), joined.alarm(), degraded(joined.alarm(), joined.astray())));
    Situation situation = now.situation().with(joined.alarm(), joined.astray());
    Incident merged = assessed(now, alarms, situation, joined.known(), joined.at());
    return merged.with(
        merged
            .handling()
            .raisedBy(joined.alarm().source())
            .noted(joined.at(), "alarm-joined", joined.alarm().source().kind()),
        joined.at());
  }

  /// Nothing that is known of one of many is added up with what is known of another.
  Incident missed(Incident now, IncidentEvent.MissedTogether missed) {
    List<RaisedAlarm> alarms = new ArrayList<>(now.alarms());
    Alarm alarm = missed.alarm();
    alarms.add(RaisedAlarm.oneOfMany(missed.id(), alarm));
    Incident merged = assessed(now, alarms, now.situation(), missed.known(), missed.at());
    return now.missedTogether() > 0
        ? merged
        : merged.with(merged.handling().noted(missed.at(), "outage", ""), missed.at());
  }

  Incident apart(Incident now, IncidentEvent.CameApart apart) {
    RaisedAlarm before = apart.before();
    List<RaisedAlarm> alarms = replaced(now, before.id(), raised -> raised.continuing(before));
    return assessed(now, alarms, now.situation(), Background.Known.NOTHING, apart.at());
  }

  Incident updated(Incident now, IncidentEvent.AlarmUpdated updated) {
    List<String> degraded = degraded(updated.alarm(), updated.astray());
    List<RaisedAlarm> alarms =
        replaced(now, updated.id(), raised -> raised.updated(updated.alarm(), degraded));
    Situation situation = now.situation().with(updated.alarm(), updated.astray());
    Incident merged = assessed(now, alarms, situation, updated.known(), updated.at());
    Handling handling = merged.handling().raisedBy(updated.alarm().source());
    Incident told = merged.with(handling, updated.at());
    return updated.alarm().exercise() ? told : told.real();
  }

  Incident located(Incident now, IncidentEvent.LocationUpdated located) {
    var update = located.update();
    Situation situation =
        now.situation().with(update.fix(), update.address(), update.degraded(), located.at());
    return assessed(now, now.alarms(), situation, located.known(), located.at());
  }

  Incident cancelled(Incident now, IncidentEvent.Cancelled cancelled) {
    List<RaisedAlarm> alarms =
        replaced(
            now, cancelled.alarm(), raised -> raised.cancelled(cancelled.at(), cancelled.duress()));
    if (alarms.equals(now.alarms())) {
      return now;
    }
    Instant at = cancelled.at();
    Incident merged = assessed(now, alarms, now.situation(), Background.Known.NOTHING, at);
    Handling handling = now.handling().noted(at, "alarm-cancelled", "");
    return merged.with(handling, at);
  }

  /// A closed one is history.
  Incident ordered(Incident now, IncidentEvent.OrderAdded added) {
    Background.Known known =
        new Background.Known(RedListMatch.NONE, List.of(added.order()), List.of());
    if (now.is(IncidentState.CLOSED) || now.with(known).equals(now)) {
      return now;
    }
    Incident merged = assessed(now, now.alarms(), now.situation(), known, added.at());
    String about = added.order().kind().wireName() + " " + added.order().status().wireName();
    return merged.with(merged.handling().noted(added.at(), "order-added", about), added.at());
  }

  Incident assessed(Incident now, IncidentEvent.Assessed assessed) {
    if (now.is(IncidentState.CLOSED)) {
      return now;
    }
    Background.Known known =
        new Background.Known(
            RedListMatch.NONE, List.of(), List.of(), Optional.of(assessed.assessment()));
    Incident merged = assessed(now, now.alarms(), now.situation(), known, assessed.at());
    String about = assessed.assessment().level().wireName();
    return merged.with(merged.handling().noted(assessed.at(), "assessed", about), assessed.at());
  }

  /// Who enters a zone that is barred to him does not keep the order.
  private static List<CourtOrder> breached(
      List<CourtOrder> orders, Set<Trigger> known, List<RaisedAlarm> alarms) {
    boolean entered =
        known.contains(Trigger.GEOFENCE)
            || alarms.stream().anyMatch(raised -> raised.trigger() == Trigger.GEOFENCE);
    return entered ? orders.stream().map(CourtOrder::asBreached).toList() : orders;
  }

  static List<String> degraded(Alarm alarm, List<String> astray) {
    List<String> all = new ArrayList<>(alarm.degraded());
    all.addAll(astray);
    return all;
  }

  private Incident assessed(
      Incident now,
      List<RaisedAlarm> alarms,
      Situation situation,
      Background.Known known,
      Instant at) {
    Optional<RedListMark> before = now.features().redList();
    Optional<RedListMark> found = known.redList().mark();
    Optional<RedListMark> gravest =
        before.map(mark -> found.map(mark::orGraver).orElse(mark)).or(() -> found);
    List<CourtOrder> orders =
        breached(CourtOrder.union(now.orders(), known.orders()), now.features().triggers(), alarms);
    Optional<DangerLevel> danger =
        Stream.concat(
                now.features().danger().stream(),
                known.assessment().map(DangerAssessment::level).stream())
            .reduce(DangerLevel::orGraver);
    PriorityFeatures features =
        features(now.features().triggers(), alarms, situation, gravest, orders, danger);
    return now.with(known)
        .with(new Background.Known(RedListMatch.NONE, orders, List.of()))
        .with(alarms, at)
        .with(situation, manner(situation, features), at)
        .with(features, policy.assess(features));
  }

  private static PriorityFeatures features(
      Set<Trigger> known,
      List<RaisedAlarm> alarms,
      Situation situation,
      Optional<RedListMark> redList,
      List<CourtOrder> orders,
      Optional<DangerLevel> danger) {
    Set<Trigger> triggers = new HashSet<>(known);
    alarms.forEach(raised -> triggers.add(raised.trigger()));
    List<Instant> times = alarms.stream().map(RaisedAlarm::receivedAt).sorted().toList();
    boolean repeated = !Incident.isOutage(alarms);
    long span = Duration.between(times.getFirst(), times.getLast()).toSeconds();
    return new PriorityFeatures(
        triggers,
        situation.canTalk().map(can -> !can).orElse(false),
        alarms.stream().anyMatch(RaisedAlarm::duress),
        redList,
        repeated ? alarms.size() - 1 : 0,
        repeated ? (span + 59) / 60 : 0,
        orders.stream().map(CourtOrder::mark).toList(),
        danger);
  }

  /// Nobody rings back unless told so. A patrol comes unheard unless she can talk and raised the
  /// alarm openly.
  private static Manner manner(Situation situation, PriorityFeatures features) {
    boolean openly =
        situation.canTalk().orElse(false) && !features.triggers().contains(Trigger.SILENT);
    return new Manner(
        Manner.Callback.NEVER, openly ? Manner.Approach.NORMAL : Manner.Approach.SILENT);
  }

  private static List<RaisedAlarm> replaced(
      Incident now, AlarmId id, UnaryOperator<RaisedAlarm> change) {
    return now.alarms().stream()
        .map(raised -> raised.id().equals(id) ? change.apply(raised) : raised)
        .toList();
  }
}
