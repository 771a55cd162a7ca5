package org.ariane.router.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.ariane.directory.DirectorySource;
import org.ariane.router.alarm.Alarm;
import org.ariane.router.alarm.AlarmId;
import org.ariane.router.alarm.AlarmIntake;
import org.ariane.router.alarm.AlarmStatus;
import org.ariane.router.alarm.Receipt;
import org.ariane.router.dispatch.Commit.Join;
import org.ariane.router.dispatch.Commit.Matched;
import org.ariane.router.dispatch.Commit.NewAlarm;
import org.ariane.router.dispatch.IncidentLog.Known;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes an alarm: same one again, other content of a known one, another one of a phone that just
/// raised one, or a new incident. Durable before it is said to be accepted. When it can't be made
/// durable within a second and a half it is handed to the centre from memory, marked so.
public final class IncidentIntake implements AlarmIntake {
  private static final Logger LOG = LoggerFactory.getLogger(IncidentIntake.class);
  private static final Duration PATIENCE = Duration.ofMillis(1_200);
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final int MOST_TRIES = 200;
  private static final int MOST_MISSED = 20;
  private static final int DIAL_AFTER_S = 45;
  private static final int RETRY_AFTER_S = 2;

  private final DirectorySource directory;
  private final PlaceFinder places;
  private final Background background;
  private final IncidentLog log;
  private final IncidentLife life;
  private final IncidentChanges changes;
  private final IncidentBoard board;
  private final CentreLinks links;
  private final LastResort lastResort;
  private final Minted minted;
  private final Outages outages = new Outages(MOST_MISSED);
  private final OutageNotices notices;
  private final Turns turns = new Turns();
  private final InstantSource clock;
  private final DispatchObserver observer;

  public IncidentIntake(IntakeParts parts) {
    this.directory = parts.directory();
    this.places = parts.places();
    this.background = parts.background();
    this.log = parts.log();
    this.life = parts.life();
    this.changes = parts.changes();
    this.board = parts.board();
    this.links = parts.links();
    this.lastResort = parts.lastResort();
    this.minted = new Minted(parts.ulids());
    this.notices = new OutageNotices(parts, minted);
    this.clock = parts.clock();
    this.observer = parts.observer();
  }

  @Override
  public Receipt take(Alarm alarm) {
    Instant began = clock.instant();
    Placement placement =
        places.find(
            directory.current(),
            alarm.fix(),
            alarm.address(),
            alarm.forSomeoneElse(),
            alarm.degraded());
    return turns.inTurn(
        alarm,
        PATIENCE,
        () -> take(alarm, placement, began, look -> tryToTake(alarm, placement, look)));
  }

  /// Gives an alarm that was one of many missed check-ins an incident of its own, since more was
  /// heard of it. It keeps its id.
  Receipt takeApart(Alarm alarm, RaisedAlarm before) {
    Placement placement =
        places.find(
            directory.current(),
            alarm.fix(),
            alarm.address(),
            alarm.forSomeoneElse(),
            alarm.degraded());
    return take(alarm, placement, clock.instant(), look -> apart(alarm, placement, before));
  }

  private interface Attempt {
    /// Empty on a conflict.
    ///
    /// @param look whether the store must be asked what it knows
    Optional<Taken> go(boolean look);
  }

  /// Patience is for a store that is away. One that answers but was changed in between is asked
  /// again as often as it takes.
  private Receipt take(Alarm alarm, Placement placement, Instant began, Attempt attempt) {
    Instant waitUntil = clock.instant().plus(PATIENCE);
    boolean heard = minted.knows(AlarmKey.of(alarm));
    boolean said = false;
    for (int i = 0; i < MOST_TRIES; i++) {
      // The first try is always made: a server that is slow itself must not blame the store.
      Duration left = i == 0 ? PATIENCE : Duration.between(clock.instant(), waitUntil);
      if (left.isNegative() || !log.awaitDurable(left)) {
        break;
      }
      try {
        Optional<Taken> taken = attempt.go(heard || i > 0);
        if (taken.isPresent()) {
          return accepted(alarm, placement, taken.get(), began);
        }
        waitUntil = clock.instant().plus(PATIENCE);
      } catch (LogUnavailableException e) {
        if (!said) {
          // Once for each alarm: a store that is away must not drown the log.
          LOG.warn("an alarm is not stored yet: {}", e.getMessage());
          said = true;
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      } catch (RuntimeException e) {
        // A fault of ours must not cost an alarm: the centre is told from memory.
        LOG.error("an alarm could not be stored", e);
        break;
      }
    }
    return notDurable(alarm, placement, began);
  }

  private record Taken(AlarmId alarm, Incident incident, String outcome) {
    /// A number can be forged: who joins an incident must not learn by the first answer that there
    /// was one.
    boolean fresh() {
      return outcome.equals("joined") || outcome.equals("opened");
    }
  }

  /// Empty on a conflict. The first try of an alarm that is new here goes by what is on the board,
  /// which spares a way to the store; were that wrong, the store says so.
  private Optional<Taken> tryToTake(Alarm alarm, Placement placement, boolean look) {
    Known known =
        look
            ? log.look(AlarmKey.of(alarm), JoinKey.of(alarm))
            : Known.latest(JoinKey.of(alarm).flatMap(board::latest));
    if (known.same().isPresent()) {
      return again(alarm, placement, known.same().get());
    }
    Minted.Ids ids = minted.of(AlarmKey.of(alarm));
    Optional<Incident> open = open(alarm, known);
    if (open.isEmpty() && outages.oneOfTooMany(alarm)) {
      if (!look) {
        // Her phone may have an incident that only the store knows of.
        return Optional.empty();
      }
      return notices
          .join(alarm, ids.alarm(), placement)
          .map(notice -> new Taken(ids.alarm(), notice, "joined"));
    }
    return fresh(alarm, placement, known, open, ids, look, Optional.empty());
  }

  /// The incident that a new alarm joins: of the same phone, or of the same contact.
  private Optional<Incident> open(Alarm alarm, Known known) {
    return known
        .joinable()
        .filter(incident -> !incident.is(IncidentState.CLOSED))
        .or(() ->
            alarm.source().siblings().stream()
                .map(scope -> log.look(new AlarmKey(scope, alarm.messageId()), Optional.empty()))
                .flatMap(found -> found.same().stream())
                .map(Known.SameAlarm::incident)
                .filter(incident -> !incident.is(IncidentState.CLOSED))
                .filter(incident -> incident.exercise() == alarm.exercise())
                .findFirst());
  }

  private Optional<Taken> apart(Alarm alarm, Placement placement, RaisedAlarm before) {
    Alarm own = alarm.as(alarm.source(), "own:" + before.id().value());
    Known known = log.look(AlarmKey.of(own), JoinKey.of(own));
    if (known.same().isPresent()) {
      return again(own, placement, known.same().get());
    }
    Minted.Ids ids = new Minted.Ids(before.id(), minted.of(AlarmKey.of(own)).incident());
    return fresh(own, placement, known, open(own, known), ids, true, Optional.of(before));
  }

  private Optional<Taken> fresh(
      Alarm alarm,
      Placement placement,
      Known known,
      Optional<Incident> open,
      Minted.Ids ids,
      boolean look,
      Optional<RaisedAlarm> before) {
    Optional<NewAlarm> fresh = Optional.of(new NewAlarm(AlarmKey.of(alarm), ids.alarm()));
    Optional<Join> join = JoinKey.of(alarm).map(key -> new Join(key, known.indexed(), look));
    Situation wider =
        open.map(Incident::situation).orElse(Situation.UNKNOWN).with(alarm, placement.degraded());
    Background.Known background = this.background.of(wider.redListQuery());
    Transition transition =
        open.map(incident ->
                life.apply(
                    incident,
                    new IncidentEvent.AlarmJoined(
                        ids.alarm(),
                        alarm,
                        placed(wider),
                        placement.degraded(),
                        background,
                        alarm.receivedAt())))
            .orElseGet(() -> life.open(ids.incident(), ids.alarm(), alarm, placement, background));
    Transition whole =
        before
            .map(old -> {
              var apart = new IncidentEvent.CameApart(old, alarm.receivedAt());
              return new Transition(
                  life.apply(transition.next(), apart).next(), transition.notices());
            })
            .orElse(transition);
    Commit commit =
        changes.commit(whole, fresh, join, Optional.empty(), matched(background, ids.alarm()));
    return changes.store(commit)
        ? Optional.of(new Taken(ids.alarm(), commit.next(), open.isPresent() ? "joined" : "opened"))
        : Optional.empty();
  }

  private Optional<Taken> again(Alarm alarm, Placement placement, Known.SameAlarm same) {
    Optional<RaisedAlarm> raised = same.incident().alarm(same.id());
    boolean heard = raised.map(it -> it.heard(alarm.fingerprint())).orElse(true);
    if (raised.isPresent() && same.incident().isOutage() && (!heard || isApart(same))) {
      return apart(alarm, placement, raised.get());
    }
    if (heard) {
      return Optional.of(new Taken(same.id(), same.incident(), "repeated"));
    }
    Situation wider = same.incident().situation().with(alarm, placement.degraded());
    Background.Known background = this.background.of(wider.redListQuery());
    Transition transition =
        life.apply(
            same.incident(),
            new IncidentEvent.AlarmUpdated(
                same.id(),
                alarm,
                placed(wider),
                placement.degraded(),
                background,
                alarm.receivedAt()));
    Commit commit =
        changes.commit(
            transition,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            matched(background, same.id()));
    return changes.store(commit)
        ? Optional.of(new Taken(same.id(), commit.next(), "updated"))
        : Optional.empty();
  }

  private boolean isApart(Known.SameAlarm same) {
    return log.incidentOf(same.id()).filter(id -> !id.equals(same.incident().id())).isPresent();
  }

  private Receipt accepted(Alarm alarm, Placement placement, Taken taken, Instant began) {
    Incident incident = taken.incident();
    RaisedAlarm raised = incident.alarm(taken.alarm()).orElseThrow();
    AlarmKey key = AlarmKey.of(alarm);
    if (minted.knows(key) && !minted.of(key).incident().equals(incident.id())) {
      board.withdraw(minted.of(key).incident());
    }
    observer.alarmTaken(alarm.source(), taken.outcome(), Duration.between(began, clock.instant()));
    LOG.info(
        "alarm {} {} in {} of {}: {} {} {}",
        taken.alarm(),
        taken.outcome(),
        incident.id(),
        incident.centre(),
        incident.priority().urgency().wireName(),
        incident.priority().score(),
        incident.priority().reasons().stream().map(reason -> reason.code()).toList());
    return new Receipt.Accepted(
        taken.alarm(),
        incident.id(),
        taken.fresh() && raised.cancelledAt().isEmpty()
            ? AlarmStatus.RECEIVED
            : incident.statusFor(raised),
        !placement.outside() && links.reaches(placement.centre()),
        DIAL_AFTER_S,
        placement.emergencyNumber(),
        raised.degraded());
  }

  private Receipt notDurable(Alarm alarm, Placement placement, Instant began) {
    Minted.Ids ids = minted.of(AlarmKey.of(alarm));
    Incident volatileOne =
        life.open(ids.incident(), ids.alarm(), alarm, placement, Background.Known.NOTHING).next();
    if (board.showVolatile(volatileOne)) {
      lastResort.tell(volatileOne);
    }
    String reason = log.shortage().map(Shortage::wireName).orElse("store-away");
    observer.refused(reason);
    observer.alarmTaken(alarm.source(), "not-durable", Duration.between(began, clock.instant()));
    LOG.error(
        "alarm {} could not be stored ({}); {} is told from memory",
        ids.alarm(),
        reason,
        placement.centre());
    return new Receipt.NotDurable(placement.emergencyNumber(), RETRY_AFTER_S);
  }

  /// Where all messages together place it.
  private Placement placed(Situation situation) {
    return places.find(
        directory.current(),
        situation.fix(),
        situation.address(),
        situation.forSomeoneElse(),
        situation.degraded());
  }

  static Optional<Matched> matched(Background.Known known, AlarmId alarm) {
    return known.redList().gravest().map(entry -> new Matched(entry.id(), alarm));
  }
}
