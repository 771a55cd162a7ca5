package org.ariane.router.dispatch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.ariane.directory.place.ChainStep.Post;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.access.Role;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.dispatch.DutyPhone.Answer;
import org.ariane.router.dispatch.DutyPhone.DutyCall;
import org.ariane.router.dispatch.DutyPhone.Taking;
import org.ariane.router.dispatch.IncidentChanges.Decision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has the duty officer rung when an incident's chain has come to the telephone. Who is not reached
/// gives the turn to the next at once; a server that dies meanwhile leaves it to the deadline.
public final class DutyCaller {
  private static final Logger LOG = LoggerFactory.getLogger(DutyCaller.class);
  private static final PrincipalId OFFICER = new PrincipalId("duty-officer");

  private final IncidentChanges changes;
  private final InstantSource clock;
  private final DispatchObserver observer;
  private final Executor virtualThreads;
  private final Map<IncidentId, Thread> calls = new ConcurrentHashMap<>();
  private volatile DutyPhone phone =
      (call, take) -> new Answer.NotTaken(DutyPhone.Reason.SWITCH_AWAY);

  public DutyCaller(
      IncidentChanges changes,
      IncidentBoard board,
      InstantSource clock,
      DispatchObserver observer,
      Executor virtualThreads) {
    this.changes = changes;
    this.clock = clock;
    this.observer = observer;
    this.virtualThreads = virtualThreads;
    board.listen((before, now) -> withdraw(now));
  }

  /// Calls go through this telephone from now on.
  public void through(DutyPhone telephone) {
    this.phone = telephone;
  }

  /// The incident has just passed to another owner, by this server.
  void passed(Incident incident) {
    if (isRung(incident)) {
      virtualThreads.execute(() -> ring(incident));
    }
  }

  private void ring(Incident incident) {
    IncidentId id = incident.id();
    if (calls.putIfAbsent(id, Thread.currentThread()) != null) {
      return;
    }
    try {
      Answer answer = phone.ring(call(incident), at -> take(id, incident, at));
      calls.remove(id);
      // Whoever withdrew the call did so by interrupting this thread.
      Thread.interrupted();
      ended(incident, answer);
    } catch (LogUnavailableException e) {
      LOG.warn("what came of ringing for {} waits for its deadline: {}", id, e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("the duty officer of {} could not be rung for {}", incident.centre(), id, e);
    } finally {
      calls.remove(id);
    }
  }

  private static DutyCall call(Incident incident) {
    return new DutyCall(
        incident.id(),
        incident.centre(),
        incident.exercise(),
        incident.priority().urgency(),
        incident.ownership().zone(),
        List.of());
  }

  private Taking take(IncidentId id, Incident rung, Instant at) {
    try {
      return changes
          .change(
              id,
              now ->
                  now.is(IncidentState.OPEN)
                      ? new Decision.Happen<>(
                          new IncidentEvent.Taken(officer(rung, at)), next -> Taking.TAKEN)
                      : new Decision.Stay<>(Taking.TAKEN_BEFORE))
          .orElse(Taking.TAKEN_BEFORE);
    } catch (LogUnavailableException e) {
      LOG.warn("{} was wanted by telephone but could not be stored: {}", id, e.getMessage());
      return Taking.NOT_STORED;
    }
  }

  private void ended(Incident rung, Answer answer) {
    String outcome =
        switch (answer) {
          case Answer.Taken taken -> "taken";
          case Answer.Unconfirmed unconfirmed -> "unconfirmed";
          case Answer.NotTaken(DutyPhone.Reason reason) -> reason.wireName();
        };
    observer.rang(rung.centre(), outcome);
    LOG.info("{}: the duty officer of {} was rung: {}", rung.id(), rung.centre(), outcome);
    switch (answer) {
      case Answer.Taken taken -> {}
      case Answer.Unconfirmed unconfirmed -> giveBack(rung);
      case Answer.NotTaken notTaken -> passOn(rung, outcome);
    }
  }

  /// The officer was told that it could not be recorded, so nobody may rely on the officer.
  private void giveBack(Incident rung) {
    changes.change(
        rung.id(),
        now ->
            now.is(IncidentState.TAKEN) && heldByOfficer(now)
                ? new Decision.Happen<>(new IncidentEvent.Released(clock.instant()), next -> true)
                : new Decision.Stay<>(false));
  }

  private void passOn(Incident rung, String why) {
    Optional<Incident> next =
        changes
            .change(
                rung.id(),
                now ->
                    now.is(IncidentState.OPEN)
                            && isRung(now)
                            && now.ownership().since().equals(rung.ownership().since())
                        ? new Decision.Happen<>(
                            new IncidentEvent.Rung(why, clock.instant()), Optional::of)
                        : new Decision.Stay<>(Optional.<Incident>empty()))
            .flatMap(found -> found);
    next.ifPresent(this::passed);
  }

  /// Somebody took it, or it went on, while the telephone rang.
  private void withdraw(Incident now) {
    if (!isRung(now) || !now.is(IncidentState.OPEN)) {
      Thread call = calls.get(now.id());
      if (call != null && !heldByOfficer(now)) {
        call.interrupt();
      }
    }
  }

  private static boolean isRung(Incident incident) {
    return incident.ownership().owner().post() == Post.DUTY_PHONE;
  }

  private static boolean heldByOfficer(Incident incident) {
    return incident
        .handling()
        .holder()
        .map(holder -> holder.principal().equals(OFFICER))
        .orElse(false);
  }

  private static Holder officer(Incident rung, Instant at) {
    return new Holder(
        OFFICER, Role.SUPERVISOR, rung.centre(), Optional.of(Post.DUTY_PHONE.wireName()), at);
  }
}
