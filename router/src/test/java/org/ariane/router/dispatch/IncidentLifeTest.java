package org.ariane.router.dispatch;

import static org.ariane.router.dispatch.Background.Known.NOTHING;
import static org.ariane.router.dispatch.Samples.FIRST;
import static org.ariane.router.dispatch.Samples.LIFE;
import static org.ariane.router.dispatch.Samples.NOW;
import static org.ariane.router.dispatch.Samples.SECOND;
import static org.ariane.router.dispatch.Samples.THIRD;
import static org.ariane.router.dispatch.Samples.ULIDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.ariane.directory.place.CentreId;
import org.ariane.directory.place.ChainStep;
import org.ariane.directory.place.Zone;
import org.ariane.router.alarm.AlarmFollowUp;
import org.ariane.router.alarm.AlarmId;
import org.ariane.router.alarm.AlarmStatus;
import org.ariane.router.alarm.Trigger;
import org.ariane.router.dispatch.Notice.Kind;
import org.ariane.router.priority.PriorityClass;
import org.junit.jupiter.api.Test;

class IncidentLifeTest {
  private static final Instant LATER = NOW.plusSeconds(10);

  private static IncidentEvent joined(Trigger trigger, Instant at) {
    return new IncidentEvent.AlarmJoined(
        AlarmId.mint(ULIDS),
        Samples.alarm(trigger, at),
        Samples.placement(),
        List.of(),
        NOTHING,
        at);
  }

  private static IncidentEvent taken() {
    return new IncidentEvent.Taken(Samples.dispatcher("1", LATER));
  }

  @Test
  void openedTellsTheFirstOfTheChainAndSetsItsDeadline() {
    Transition opened = Samples.opened(Trigger.BUTTON);
    assertThat(opened.notices()).containsExactly(new Notice(FIRST, Kind.OPENED));
    Incident incident = opened.next();
    assertThat(incident.centre()).isEqualTo(FIRST);
    assertThat(incident.ownership().deadline()).contains(NOW.plusSeconds(60));
    assertThat(incident.manner().callback()).isEqualTo(Manner.Callback.NEVER);
    assertThat(incident.manner().approach()).isEqualTo(Manner.Approach.SILENT);
  }

  @Test
  void lastChangeNeverMovesBackThoughAMessageWaitedForItsTurn() {
    Incident taken = LIFE.apply(Samples.opened(Trigger.BUTTON).next(), taken()).next();
    Incident joined = LIFE.apply(taken, joined(Trigger.SILENT, NOW.plusSeconds(5))).next();
    assertThat(joined.alarms()).hasSize(2);
    assertThat(joined.updatedAt()).isEqualTo(LATER);
  }

  @Test
  void anExerciseThatIsUpdatedWithoutSayingSoIsReal() {
    Incident exercise =
        LIFE.open(
                Samples.incident(Trigger.BUTTON).id(),
                AlarmId.mint(ULIDS),
                Samples.exercise(NOW),
                Samples.placement(),
                NOTHING)
            .next();
    assertThat(exercise.exercise()).isTrue();

    Transition updated =
        LIFE.apply(
            exercise,
            new IncidentEvent.AlarmUpdated(
                exercise.alarms().getFirst().id(),
                Samples.alarm(Trigger.BUTTON, LATER),
                Samples.placement(),
                List.of(),
                NOTHING,
                LATER));

    assertThat(updated.next().exercise()).isFalse();
  }

  @Test
  void unansweredGoesRoundTheChainForEver() {
    Incident incident = Samples.incident(Trigger.BUTTON);
    List<CentreId> owners = new ArrayList<>();
    for (int i = 1; i <= 7; i++) {
      Instant at = NOW.plusSeconds(60L * i);
      Transition next = LIFE.apply(incident, new IncidentEvent.Escalated(at));
      incident = next.next();
      owners.add(incident.centre());
      assertThat(incident.ownership().deadline()).contains(at.plusSeconds(60));
      assertThat(next.notices()).hasSize(Math.min(3, i + 1));
      assertThat(incident.ownership().told()).contains(FIRST, incident.centre());
    }
    assertThat(owners).containsExactly(SECOND, THIRD, FIRST, SECOND, THIRD, FIRST, SECOND);
    assertThat(incident.ownership().round()).isEqualTo(3);
  }

  @Test
  void chainOfOneIsRemindedAndKeepsIt() {
    Incident incident =
        LIFE.open(
                Samples.incident(Trigger.BUTTON).id(),
                AlarmId.mint(ULIDS),
                Samples.alarm(Trigger.BUTTON, NOW),
                Samples.nowhere(),
                NOTHING)
            .next();
    Transition next = LIFE.apply(incident, new IncidentEvent.Escalated(LATER));
    assertThat(next.notices()).containsExactly(new Notice(FIRST, Kind.UPDATED));
    assertThat(next.next().ownership().round()).isEqualTo(2);
  }

  @Test
  void takenHasNoDeadlineAndIsNotEscalatedOrTakenAgain() {
    Incident incident = LIFE.apply(Samples.incident(Trigger.BUTTON), taken()).next();
    assertThat(incident.ownership().deadline()).isEmpty();
    assertUnchanged(incident, new IncidentEvent.Escalated(LATER));
    assertUnchanged(
        incident, new IncidentEvent.Taken(Samples.dispatcher("2", LATER.plusSeconds(1))));
  }

  @Test
  void joinedAlarmRaisesThePriorityAndBringsTheDeadlineNearer() {
    Incident incident = Samples.incident(Trigger.BUTTON);
    Incident twice = LIFE.apply(incident, joined(Trigger.SILENT, LATER)).next();
    assertThat(twice.priority().urgency()).isEqualTo(PriorityClass.CRITICAL);
    assertThat(twice.ownership().deadline()).contains(LATER.plusSeconds(30));
    Incident late = LIFE.apply(incident, joined(Trigger.SILENT, NOW.plusSeconds(55))).next();
    assertThat(late.ownership().deadline()).contains(NOW.plusSeconds(60));
  }

  @Test
  void redListOnceFoundIsNeverLost() {
    Incident incident = Samples.incident(Trigger.FALL);
    AlarmFollowUp.Update nothing =
        new AlarmFollowUp.Update(Optional.empty(), Optional.empty(), List.of());
    Function<Boolean, IncidentEvent> located =
        found ->
            new IncidentEvent.LocationUpdated(
                nothing, Samples.placement(), found ? Samples.marked() : NOTHING, LATER);
    Incident marked = LIFE.apply(incident, located.apply(true)).next();
    Incident later = LIFE.apply(marked, located.apply(false)).next();
    assertThat(later.features().redList()).contains(Samples.mark());
    assertThat(later.priority()).isEqualTo(marked.priority());
  }

  @Test
  void orderOfPositionsDoesNotMatter() {
    Situation situation = Samples.incident(Trigger.BUTTON).situation();
    var older = Optional.of(Samples.fix(48.7, NOW.plusSeconds(5)));
    var newer = Optional.of(Samples.fix(48.9, NOW.plusSeconds(9)));
    Situation one =
        situation
            .with(older, Optional.empty(), List.of(), LATER)
            .with(newer, Optional.empty(), List.of(), LATER);
    Situation other =
        situation
            .with(newer, Optional.empty(), List.of(), LATER)
            .with(older, Optional.empty(), List.of(), LATER);
    assertThat(one).isEqualTo(other);
    assertThat(one.fix()).isEqualTo(newer);
  }

  @Test
  void placeFoundLaterBringsAnUntakenOneToItsZone() {
    Incident nowhere =
        LIFE.open(
                Samples.incident(Trigger.BUTTON).id(),
                AlarmId.mint(ULIDS),
                Samples.alarm(Trigger.BUTTON, NOW),
                new Placement(
                    Optional.empty(),
                    List.of(ChainStep.desk(THIRD)),
                    Samples.placement().emergencyNumber(),
                    false,
                    List.of()),
                NOTHING)
            .next();
    Transition placed = LIFE.apply(nowhere, joined(Trigger.BUTTON, LATER));
    assertThat(placed.next().centre()).isEqualTo(FIRST);
    assertThat(placed.notices())
        .containsExactly(new Notice(THIRD, Kind.MOVED), new Notice(FIRST, Kind.OPENED));
    Incident held = LIFE.apply(nowhere, taken()).next();
    assertThat(LIFE.apply(held, joined(Trigger.BUTTON, LATER)).next().centre())
        .isEqualTo(held.centre());
  }

  @Test
  void cancellationChangesNothingForDispatchAndFreezesWhatTheSenderSees() {
    Incident incident = Samples.incident(Trigger.BUTTON);
    AlarmId alarm = incident.alarms().getFirst().id();
    Incident cancelled =
        LIFE.apply(incident, new IncidentEvent.Cancelled(alarm, false, LATER)).next();
    assertThat(cancelled.is(IncidentState.OPEN)).isTrue();
    assertThat(cancelled.ownership()).isEqualTo(incident.ownership());
    Incident later = LIFE.apply(cancelled, taken()).next();
    RaisedAlarm raised = later.alarm(alarm).orElseThrow();
    assertThat(later.statusFor(raised)).isEqualTo(AlarmStatus.CANCELLED);
    assertThat(later.since(raised)).isEqualTo(LATER);
    assertUnchanged(later, new IncidentEvent.Cancelled(alarm, false, LATER.plusSeconds(5)));
  }

  @Test
  void updateOfAClosedOneOpensItAgain() {
    Incident incident = LIFE.apply(Samples.incident(Trigger.BUTTON), taken()).next();
    Incident closed =
        LIFE.apply(
                incident,
                new IncidentEvent.Completed(
                    Samples.dispatcher("1", LATER), new Handling.Outcome("safe", Optional.empty())))
            .next();
    assertThat(closed.is(IncidentState.CLOSED)).isTrue();
    AlarmId alarm = closed.alarms().getFirst().id();
    Incident again =
        LIFE.apply(
                closed,
                new IncidentEvent.AlarmUpdated(
                    alarm,
                    Samples.alarm(Trigger.BUTTON, LATER),
                    Samples.placement(),
                    List.of(),
                    NOTHING,
                    LATER))
            .next();
    assertThat(again.is(IncidentState.OPEN)).isTrue();
    assertThat(again.ownership().deadline()).isPresent();
  }

  @Test
  void whateverHappensSomebodyOwnsItAndAnOpenOneHasADeadline() {
    Random random = new Random(5);
    for (int run = 0; run < 300; run++) {
      Incident incident = Samples.incident(Trigger.BUTTON);
      Instant at = NOW;
      for (int i = 0; i < 40; i++) {
        at = at.plusSeconds(1 + random.nextInt(60));
        Incident before = incident;
        Transition next = LIFE.apply(incident, any(random, incident, at));
        incident = next.next();
        assertThat(incident.ownership().deadline().isPresent())
            .isEqualTo(incident.is(IncidentState.OPEN));
        assertThat(incident.handling().holder().isPresent())
            .isEqualTo(!incident.is(IncidentState.OPEN));
        assertThat(incident.priority().score()).isGreaterThanOrEqualTo(before.priority().score());
        assertThat(incident.alarms()).hasSizeGreaterThanOrEqualTo(before.alarms().size());
        assertEverybodyWhoSeesOrSawItHears(before, next);
      }
    }
  }

  private static void assertEverybodyWhoSeesOrSawItHears(Incident before, Transition transition) {
    List<CentreId> told = transition.next().ownership().told();
    assertThat(told).contains(transition.next().centre()).doesNotHaveDuplicates();
    before.ownership().told().stream()
        .filter(centre -> !told.contains(centre))
        .forEach(left -> assertThat(transition.notices()).contains(new Notice(left, Kind.MOVED)));
    told.stream()
        .filter(centre -> !before.ownership().knows(centre))
        .forEach(come -> assertThat(transition.notices()).contains(new Notice(come, Kind.OPENED)));
  }

  @Test
  void escalatingWidensTheCircleAndRejectingLeavesIt() {
    Incident incident = Samples.incident(Trigger.BUTTON);
    Incident wider = LIFE.apply(incident, new IncidentEvent.Escalated(LATER)).next();
    assertThat(wider.ownership().owner()).isEqualTo(ChainStep.desk(SECOND));
    assertThat(wider.ownership().told()).containsExactly(FIRST, SECOND);
    Incident takenByTheFirst = LIFE.apply(wider, taken()).next();
    assertThat(takenByTheFirst.centre()).isEqualTo(FIRST);
    assertThat(takenByTheFirst.ownership().knows(SECOND)).isTrue();
    Holder by = Samples.dispatcher("1", LATER);
    Incident left = LIFE.apply(wider, new IncidentEvent.Rejected(by, "wrong-zone")).next();
    assertThat(left.ownership().told()).containsExactly(SECOND, THIRD);
  }

  @Test
  void aLongHistoryForgetsJoinedAlarmsBeforeWhoHadIt() {
    Incident incident = LIFE.apply(Samples.incident(Trigger.BUTTON), taken()).next();
    for (int i = 0; i < 100; i++) {
      incident = LIFE.apply(incident, joined(Trigger.BUTTON, LATER.plusSeconds(i))).next();
    }
    assertThat(incident.handling().history()).hasSize(60);
    assertThat(incident.handling().history().stream().map(Handling.Happened::what).limit(3))
        .containsExactly("opened", "taken", "alarm-joined");
  }

  @Test
  void escalatingKeepsWhatItsSenderWasTold() {
    Incident delivered =
        LIFE.apply(Samples.incident(Trigger.BUTTON), new IncidentEvent.Delivered(FIRST, LATER))
            .next();
    Incident wider = LIFE.apply(delivered, new IncidentEvent.Escalated(LATER)).next();
    assertThat(wider.handling().progress()).isEqualTo(AlarmStatus.DELIVERED);
    assertThat(wider.ownership().delivered()).isFalse();
  }

  @Test
  void sheMovedToAnotherZoneBeforeAnybodyTookItAndAfter() {
    Incident incident = Samples.incident(Trigger.BUTTON);
    IncidentEvent moved =
        new IncidentEvent.LocationUpdated(
            new AlarmFollowUp.Update(Optional.empty(), Optional.empty(), List.of()),
            Samples.elsewhere(),
            NOTHING,
            LATER);
    Incident there = LIFE.apply(incident, moved).next();
    assertThat(there.ownership().zone()).isEqualTo(Samples.elsewhere().zone().map(Zone::id));
    assertThat(there.centre()).isEqualTo(THIRD);
    assertThat(there.ownership().told()).containsExactly(FIRST, THIRD);
    Incident held = LIFE.apply(LIFE.apply(incident, taken()).next(), moved).next();
    assertThat(held.centre()).isEqualTo(FIRST);
    assertThat(held.ownership().nowIn()).isEqualTo(there.ownership().zone());
  }

  @Test
  void duressRaisesTheClassAndTheSenderSeesTheSame() {
    Incident incident = Samples.incident(Trigger.FALL);
    AlarmId alarm = incident.alarms().getFirst().id();
    Incident plain = LIFE.apply(incident, new IncidentEvent.Cancelled(alarm, false, LATER)).next();
    Incident duress = LIFE.apply(incident, new IncidentEvent.Cancelled(alarm, true, LATER)).next();
    assertThat(plain.priority()).isEqualTo(incident.priority());
    assertThat(duress.priority().urgency()).isEqualTo(PriorityClass.CRITICAL);
    assertThat(duress.ownership().deadline()).contains(LATER.plusSeconds(30));
    for (Incident either : List.of(plain, duress)) {
      RaisedAlarm raised = either.alarm(alarm).orElseThrow();
      assertThat(either.statusFor(raised)).isEqualTo(AlarmStatus.CANCELLED);
      assertThat(either.since(raised)).isEqualTo(LATER);
    }
    Instant twice = LATER.plusSeconds(5);
    Incident late = LIFE.apply(plain, new IncidentEvent.Cancelled(alarm, true, twice)).next();
    assertThat(late.priority().urgency()).isEqualTo(PriorityClass.CRITICAL);
    assertThat(late.since(late.alarm(alarm).orElseThrow())).isEqualTo(LATER);
  }

  private static IncidentEvent any(Random random, Incident incident, Instant at) {
    List<CentreId> told = incident.ownership().told();
    Holder by =
        Samples.dispatcher(
            told.get(random.nextInt(told.size())), Integer.toString(1 + random.nextInt(2)), at);
    return switch (random.nextInt(10)) {
      case 0 -> joined(Trigger.FALL, at);
      case 1 -> new IncidentEvent.Delivered(incident.centre(), at);
      case 2 -> new IncidentEvent.Taken(by);
      case 3 -> new IncidentEvent.RejectionAsked(by, "wrong-zone");
      case 4 -> new IncidentEvent.Rejected(by, "wrong-zone");
      case 5 -> new IncidentEvent.Escalated(at);
      case 6 -> new IncidentEvent.OnTheWay(at);
      case 7 -> new IncidentEvent.HandedOver(by, THIRD);
      case 8 ->
          new IncidentEvent.Cancelled(incident.alarms().getLast().id(), random.nextBoolean(), at);
      default -> new IncidentEvent.Completed(by, new Handling.Outcome("safe", Optional.empty()));
    };
  }

  private static void assertUnchanged(Incident incident, IncidentEvent event) {
    Transition next = LIFE.apply(incident, event);
    assertThat(next.next()).isEqualTo(incident);
    assertThat(next.notices()).isEmpty();
  }
}
