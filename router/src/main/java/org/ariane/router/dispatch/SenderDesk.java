package org.ariane.router.dispatch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.DirectorySource;
import org.ariane.router.alarm.Address;
import org.ariane.router.alarm.Alarm;
import org.ariane.router.alarm.AlarmFollowUp;
import org.ariane.router.alarm.AlarmId;
import org.ariane.router.alarm.AlarmSource;
import org.ariane.router.alarm.Fix;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.alarm.Receipt;
import org.ariane.router.alarm.Trigger;
import org.ariane.router.dispatch.IncidentChanges.Decision;

/// What senders of alarms see and add: their own alarms only, and nothing after a cancellation.
public final class SenderDesk implements AlarmFollowUp {
  private static final int RETRY_AFTER_S = 2;

  private final DirectorySource directory;
  private final PlaceFinder places;
  private final Background background;
  private final IncidentLog log;
  private final IncidentBoard board;
  private final IncidentChanges changes;
  private final InstantSource clock;
  private final IncidentIntake intake;

  /// @param intake where one of many that speaks for herself gets an incident of her own
  public SenderDesk(IntakeParts parts, IncidentIntake intake) {
    this.intake = intake;
    this.directory = parts.directory();
    this.places = parts.places();
    this.background = parts.background();
    this.log = parts.log();
    this.board = parts.board();
    this.changes = parts.changes();
    this.clock = parts.clock();
  }

  @Override
  public Answer progress(AlarmSource sender, AlarmId alarm) {
    try {
      Optional<Incident> incident =
          board.find(alarm).or(() -> log.incidentOf(alarm).flatMap(log::find));
      return incident.map(found -> answer(sender, alarm, found)).orElse(new Answer.Unknown());
    } catch (LogUnavailableException e) {
      return new Answer.NotStored(RETRY_AFTER_S);
    }
  }

  @Override
  public Answer locate(AlarmSource sender, AlarmId alarm, Update update) {
    try {
      Optional<Incident> notice =
          log.incidentOf(alarm)
              .flatMap(log::find)
              .filter(Incident::isOutage)
              .filter(incident -> owned(sender, alarm, incident).isPresent());
      if (notice.isPresent()) {
        return apart(sender, alarm, notice.get(), update);
      }
    } catch (LogUnavailableException e) {
      return new Answer.NotStored(RETRY_AFTER_S);
    }
    return move(sender, alarm, update);
  }

  private Answer apart(AlarmSource sender, AlarmId alarm, Incident notice, Update update) {
    Instant now = clock.instant();
    Alarm message =
        new Alarm(
            sender,
            alarm.value(),
            "location at " + now,
            now,
            Optional.of(now),
            Trigger.CHECK_IN_MISSED,
            Optional.empty(),
            update.fix(),
            update.address(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            notice.exercise(),
            Optional.empty(),
            Optional.empty(),
            update.degraded());
    RaisedAlarm before = notice.alarm(alarm).orElseThrow();
    return switch (intake.takeApart(message, before)) {
      case Receipt.Accepted accepted -> progress(sender, alarm);
      case Receipt.NotDurable refused -> new Answer.NotStored(refused.retryAfterS());
    };
  }

  private Answer move(AlarmSource sender, AlarmId alarm, Update update) {
    return change(
        sender,
        alarm,
        incident -> {
          Situation wider =
              incident.situation().with(update.fix(), update.address(), List.of(), clock.instant());
          List<String> degraded = new ArrayList<>(update.degraded());
          degraded.addAll(
              place(update.fix(), update.address(), wider, update.degraded()).degraded());
          return new IncidentEvent.LocationUpdated(
              new Update(update.fix(), update.address(), degraded),
              place(wider.fix(), wider.address(), wider, update.degraded()),
              background.of(wider.redListQuery()),
              clock.instant());
        });
  }

  private Placement place(
      Optional<Fix> fix, Optional<Address> address, Situation wider, List<String> degraded) {
    return places.find(directory.current(), fix, address, wider.forSomeoneElse(), degraded);
  }

  @Override
  public Answer cancel(AlarmSource sender, AlarmId alarm, Optional<String> code) {
    return change(
        sender,
        alarm,
        incident -> {
          Optional<String> safe = incident.alarm(alarm).flatMap(RaisedAlarm::safeCode);
          boolean duress = CancellationCode.isDuress(alarm, safe, code);
          return new IncidentEvent.Cancelled(alarm, duress, clock.instant());
        });
  }

  private interface Happening {
    IncidentEvent of(Incident incident);
  }

  private Answer change(AlarmSource sender, AlarmId alarm, Happening happening) {
    try {
      Optional<IncidentId> id = log.incidentOf(alarm);
      return id.flatMap(
              known -> changes.change(known, now -> decide(sender, alarm, now, happening)))
          .orElse(new Answer.Unknown());
    } catch (LogUnavailableException e) {
      return new Answer.NotStored(RETRY_AFTER_S);
    }
  }

  private static Decision<Answer> decide(
      AlarmSource sender, AlarmId alarm, Incident now, Happening happening) {
    if (owned(sender, alarm, now).isEmpty()) {
      return new Decision.Stay<>(new Answer.Unknown());
    }
    IncidentEvent event = happening.of(now);
    Optional<Commit.Matched> matched =
        event instanceof IncidentEvent.LocationUpdated located
            ? IncidentIntake.matched(located.known(), alarm)
            : Optional.empty();
    return new Decision.Happen<>(event, matched, next -> answer(sender, alarm, next));
  }

  private static Answer answer(AlarmSource sender, AlarmId alarm, Incident incident) {
    Optional<RaisedAlarm> raised = owned(sender, alarm, incident);
    if (raised.isEmpty()) {
      return new Answer.Unknown();
    }
    return new Answer.Status(alarm, incident.statusFor(raised.get()), incident.since(raised.get()));
  }

  private static Optional<RaisedAlarm> owned(AlarmSource sender, AlarmId alarm, Incident incident) {
    return incident.alarm(alarm).filter(raised -> raised.scope().equals(sender.scope()));
  }
}
