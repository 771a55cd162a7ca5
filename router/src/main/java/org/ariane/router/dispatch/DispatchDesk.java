package org.ariane.router.dispatch;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.ariane.directory.DirectorySource;
import org.ariane.directory.place.CentreId;
import org.ariane.router.access.Principal;
import org.ariane.router.access.Role;
import org.ariane.router.access.Roster;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.dispatch.IncidentChanges.Decision;
import org.ariane.router.priority.PriorityClass;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What dispatchers and supervisors of a centre see and do. Another centre's incidents do not exist
/// for them. Reading works from memory while the store is away.
public final class DispatchDesk {
  private static final Logger LOG = LoggerFactory.getLogger(DispatchDesk.class);

  private final IncidentBoard board;
  private final IncidentLog log;
  private final IncidentChanges changes;
  private final DirectorySource directory;
  private final Roster roster;
  private final InstantSource clock;

  public DispatchDesk(
      IncidentBoard board,
      IncidentLog log,
      IncidentChanges changes,
      DirectorySource directory,
      Roster roster,
      InstantSource clock) {
    this.board = board;
    this.log = log;
    this.changes = changes;
    this.directory = directory;
    this.roster = roster;
    this.clock = clock;
  }

  /// Most urgent first.
  public List<Incident> list(Principal principal, Set<IncidentState> states) {
    return board.list(states).stream().filter(known -> Sight.sees(principal, known)).toList();
  }

  public Optional<Incident> find(Principal principal, IncidentId id) {
    return board.find(id).or(() -> stored(id)).filter(known -> Sight.sees(principal, known));
  }

  public DeskAnswer take(Principal principal, IncidentId id) {
    return act(principal, id, now -> takeIt(principal, now));
  }

  /// A critical one stays until a supervisor of the centre makes the same call.
  public DeskAnswer reject(Principal principal, IncidentId id, String cause) {
    return act(principal, id, now -> rejectIt(principal, now, cause));
  }

  public DeskAnswer onTheWay(Principal principal, IncidentId id) {
    return actOnHeld(
        principal,
        id,
        now ->
            now.is(IncidentState.CLOSED)
                ? stay(new DeskAnswer.Closed())
                : happen(new IncidentEvent.OnTheWay(clock.instant())));
  }

  /// Gives it to another centre, which must take it, or to a colleague, who holds it at once.
  ///
  /// @param to a centre, or a dispatcher of the same centre
  public DeskAnswer handOver(Principal principal, IncidentId id, String to) {
    Optional<CentreId> centre =
        directory.current().centres().stream()
            .map(known -> known.id())
            .filter(known -> known.value().equals(to))
            .findFirst();
    Optional<Principal> colleague =
        roster.all().stream()
            .filter(known -> known.id().value().equals(to))
            .filter(known -> known.has(Role.DISPATCHER) || known.has(Role.SUPERVISOR))
            .filter(known -> known.centre().equals(principal.centre()))
            .findFirst();
    return actOnHeld(
        principal,
        id,
        now -> {
          if (now.is(IncidentState.CLOSED)) {
            return stay(new DeskAnswer.Closed());
          }
          Holder by = Holder.of(principal, clock.instant());
          if (centre.isPresent() && now.bars(centre.get())) {
            return stay(new DeskAnswer.NoSuchReceiver());
          }
          if (centre.isPresent() && !centre.get().equals(now.centre())) {
            return new Decision.Happen<>(
                new IncidentEvent.HandedOver(by, centre.get()), next -> new DeskAnswer.Left(id));
          }
          return colleague
              .filter(who -> Sight.sees(who, now))
              .map(who -> happen(new IncidentEvent.HandedToColleague(Holder.of(who, by.at()))))
              .orElse(stay(new DeskAnswer.NoSuchReceiver()));
        });
  }

  public DeskAnswer complete(Principal principal, IncidentId id, Handling.Outcome outcome) {
    return actOnHeld(
        principal,
        id,
        now ->
            now.is(IncidentState.CLOSED)
                ? stay(new DeskAnswer.Done(now))
                : happen(
                    new IncidentEvent.Completed(Holder.of(principal, clock.instant()), outcome)));
  }

  /// Writes into the history that its number is about to be shown.
  public DeskAnswer numberOpened(Principal principal, IncidentId id, String reason) {
    return act(
        principal,
        id,
        now ->
            happen(new IncidentEvent.NumberOpened(Holder.of(principal, clock.instant()), reason)));
  }

  /// Its screen shows the incident: where a centre has no system of its own, that is delivery.
  public void shown(IncidentId id, CentreId centre) {
    try {
      changes.change(id, now -> happen(new IncidentEvent.Delivered(centre, clock.instant())));
    } catch (LogUnavailableException e) {
      LOG.debug("{} was shown but that is not stored: {}", id, e.getMessage());
    }
  }

  private Decision<DeskAnswer> takeIt(Principal principal, Incident now) {
    Optional<Holder> holder = now.handling().holder();
    if (now.is(IncidentState.CLOSED)) {
      return stay(holder.<DeskAnswer>map(DeskAnswer.HeldBy::new).orElse(new DeskAnswer.Closed()));
    }
    if (holder.isPresent()) {
      return stay(
          holder.get().is(principal)
              ? new DeskAnswer.Done(now)
              : new DeskAnswer.HeldBy(holder.get()));
    }
    return happen(new IncidentEvent.Taken(Holder.of(principal, clock.instant())));
  }

  private Decision<DeskAnswer> rejectIt(Principal principal, Incident now, String cause) {
    Optional<Holder> holder = now.handling().holder();
    boolean supervisor = principal.has(Role.SUPERVISOR);
    if (now.is(IncidentState.CLOSED)) {
      return stay(new DeskAnswer.Closed());
    }
    if (holder.isPresent() && !holder.get().is(principal) && !supervisor) {
      return stay(new DeskAnswer.HeldBy(holder.get()));
    }
    Holder by = Holder.of(principal, clock.instant());
    if (now.priority().urgency() == PriorityClass.CRITICAL && !supervisor) {
      return new Decision.Happen<>(
          new IncidentEvent.RejectionAsked(by, cause), DeskAnswer.Pending::new);
    }
    return new Decision.Happen<>(
        new IncidentEvent.Rejected(by, cause),
        next ->
            Sight.sees(principal, next)
                ? new DeskAnswer.Done(next)
                : new DeskAnswer.Left(now.id()));
  }

  /// It must be taken, by this one or by one whom this one supervises. Completing what the same one
  /// completed before is fine.
  private DeskAnswer actOnHeld(
      Principal principal, IncidentId id, Function<Incident, Decision<DeskAnswer>> decide) {
    return act(
        principal,
        id,
        now -> {
          Optional<Holder> holder = now.handling().holder();
          if (holder.isEmpty()) {
            return stay(new DeskAnswer.NotTaken());
          }
          boolean own = holder.get().is(principal) || principal.has(Role.SUPERVISOR);
          if (!own) {
            return stay(new DeskAnswer.HeldBy(holder.get()));
          }
          return decide.apply(now);
        });
  }

  private DeskAnswer act(
      Principal principal, IncidentId id, Function<Incident, Decision<DeskAnswer>> decide) {
    try {
      return changes
          .change(
              id,
              now ->
                  Sight.sees(principal, now) ? decide.apply(now) : stay(new DeskAnswer.Unknown()))
          .map(answer -> logged(principal, id, answer))
          .orElse(new DeskAnswer.Unknown());
    } catch (LogUnavailableException e) {
      return new DeskAnswer.Unavailable();
    }
  }

  private static DeskAnswer logged(Principal principal, IncidentId id, DeskAnswer answer) {
    LOG.info("{} by {}: {}", id, principal.id(), answer.getClass().getSimpleName());
    return answer;
  }

  private Optional<Incident> stored(IncidentId id) {
    try {
      return log.find(id);
    } catch (LogUnavailableException e) {
      return Optional.empty();
    }
  }

  private static Decision<DeskAnswer> happen(IncidentEvent event) {
    return new Decision.Happen<>(event, DeskAnswer.Done::new);
  }

  private static Decision<DeskAnswer> stay(DeskAnswer answer) {
    return new Decision.Stay<>(answer);
  }
}
