package org.ariane.router.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.ariane.directory.place.CentreId;
import org.ariane.router.alarm.Alarm;
import org.ariane.router.alarm.AlarmId;
import org.ariane.router.alarm.AlarmSource;
import org.ariane.router.alarm.Trigger;
import org.ariane.router.dispatch.Commit.NewAlarm;

/// Incidents that stand for many missed check-ins of one app at once, one per centre and half hour,
/// a further one when it is full, so that no change of one grows without bound. A notice is an
/// incident whose first alarm comes from nobody ([AlarmSource.Outage]) under a name that all
/// servers agree on, so that they open it once. It takes over no phone, place or note: what is
/// known of one woman must not stand on another's.
final class OutageNotices {
  private static final int MOST_ALARMS = 100;
  private static final Duration SPAN = Duration.ofMinutes(30);
  private static final Duration TURN = Duration.ofSeconds(2);
  private static final int MOST_STEPS = 400;

  private final IncidentLog log;
  private final IncidentLife life;
  private final IncidentChanges changes;
  private final Background background;
  private final Minted minted;
  private final Map<Series, Line> lines = new ConcurrentHashMap<>();

  OutageNotices(IntakeParts parts, Minted minted) {
    this.log = parts.log();
    this.life = parts.life();
    this.changes = parts.changes();
    this.background = parts.background();
    this.minted = minted;
  }

  /// Notices of one app at one centre in one half hour.
  private record Series(String scope, CentreId centre, boolean exercise, long halfHour) {
    String name(int number) {
      return centre + (exercise ? " exercise " : " real ") + halfHour + " " + number;
    }
  }

  /// Which notice has room, as far as this server knows. One at a time writes to it.
  private static final class Line {
    private final ReentrantLock turn = new ReentrantLock(true);
    private int number;
  }

  /// The notice with the alarm in it; empty on a conflict, or when it is not yet its turn.
  Optional<Incident> join(Alarm alarm, AlarmId id, Placement placement) {
    Instant at = alarm.receivedAt();
    Series series =
        new Series(
            alarm.source().scope(),
            placement.centre(),
            alarm.exercise(),
            at.getEpochSecond() / SPAN.toSeconds());
    lines.keySet().removeIf(old -> old.halfHour() < series.halfHour() - 1);
    Line line = lines.computeIfAbsent(series, key -> new Line());
    if (!mine(line)) {
      return Optional.empty();
    }
    try {
      for (int i = 0; i < MOST_STEPS; i++) {
        Alarm nobody = nobody(series.name(line.number), alarm);
        var found = log.look(AlarmKey.of(nobody), Optional.empty()).same();
        if (found.isEmpty()) {
          open(nobody, placement);
        } else if (hasRoom(found.get().incident())) {
          return add(found.get().incident(), alarm, id);
        } else {
          line.number++;
        }
      }
      return Optional.empty();
    } finally {
      line.turn.unlock();
    }
  }

  private static boolean hasRoom(Incident notice) {
    return !notice.is(IncidentState.CLOSED) && notice.alarms().size() <= MOST_ALARMS;
  }

  /// Another server may be quicker; then its notice is found.
  private void open(Alarm nobody, Placement placement) {
    Minted.Ids ids = minted.of(AlarmKey.of(nobody));
    Transition opened =
        life.open(ids.incident(), ids.alarm(), nobody, placement, Background.Known.NOTHING);
    changes.store(
        changes.commit(
            opened,
            Optional.of(new NewAlarm(AlarmKey.of(nobody), ids.alarm())),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  private Optional<Incident> add(Incident notice, Alarm alarm, AlarmId id) {
    Background.Known known = background.of(Situation.UNKNOWN.with(alarm, List.of()).redListQuery());
    Transition joined =
        life.apply(notice, new IncidentEvent.MissedTogether(id, alarm, known, alarm.receivedAt()));
    Commit commit =
        changes.commit(
            joined,
            Optional.of(new NewAlarm(AlarmKey.of(alarm), id)),
            Optional.empty(),
            Optional.empty(),
            IncidentIntake.matched(known, id));
    return changes.store(commit) ? Optional.of(commit.next()) : Optional.empty();
  }

  private static boolean mine(Line line) {
    try {
      return line.turn.tryLock(TURN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Alarm nobody(String name, Alarm of) {
    return new Alarm(
        new AlarmSource.Outage(of.source().scope()),
        name,
        name,
        of.receivedAt(),
        Optional.empty(),
        Trigger.CHECK_IN_MISSED,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        of.exercise(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }
}
