package org.ariane.router.dispatch;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.dispatch.Commit.Posting;
import org.ariane.router.identity.Ulid;

/// Changes incidents: reads, decides, commits, and begins again when another change came in
/// between. What was committed is on the board at once.
public final class IncidentChanges {
  private static final int MOST_TRIES = 200;

  private final IncidentLog log;
  private final IncidentLife life;
  private final IncidentBoard board;
  private final CentreLinks links;
  private final Ulid ulids;
  private final InstantSource clock;
  private final DispatchObserver observer;

  public IncidentChanges(
      IncidentLog log,
      IncidentLife life,
      IncidentBoard board,
      CentreLinks links,
      Ulid ulids,
      InstantSource clock,
      DispatchObserver observer) {
    this.log = log;
    this.life = life;
    this.board = board;
    this.links = links;
    this.ulids = ulids;
    this.clock = clock;
    this.observer = observer;
  }

  /// What to do about an incident as it was read.
  public sealed interface Decision<T> {
    /// Let the event happen and answer with what it made of the incident.
    ///
    /// @param matched an entry of the red list that matched, for the audit
    record Happen<T>(
        IncidentEvent event, Optional<Commit.Matched> matched, Function<Incident, T> answer)
        implements Decision<T> {
      public Happen(IncidentEvent event, Function<Incident, T> answer) {
        this(event, Optional.empty(), answer);
      }
    }

    /// Change nothing.
    record Stay<T>(T answer) implements Decision<T> {}
  }

  /// Empty where there is no such incident. Throws [LogUnavailableException].
  public <T> Optional<T> change(IncidentId id, Function<Incident, Decision<T>> decide) {
    return change(id, Optional.empty(), decide);
  }

  /// The same, and a message that was delivered is done together with the change. A message whose
  /// incident does not change is left to the caller. The first try goes by the board, which spares
  /// a way to the store; the store refuses where the board was behind.
  <T> Optional<T> change(
      IncidentId id, Optional<Outbox.Claimed> delivered, Function<Incident, Decision<T>> decide) {
    for (int i = 0; i < MOST_TRIES; i++) {
      Optional<Incident> shown =
          i == 0 && delivered.isPresent()
              ? board.find(id).filter(Incident::durable)
              : Optional.empty();
      Optional<Incident> found = shown.or(() -> log.find(id));
      if (found.isEmpty()) {
        return Optional.empty();
      }
      switch (decide.apply(found.get())) {
        case Decision.Stay<T>(T answer) -> {
          if (shown.isEmpty()) {
            return Optional.of(answer);
          }
        }
        case Decision.Happen<T>(
                IncidentEvent event,
                Optional<Commit.Matched> matched,
                Function<Incident, T> answer) -> {
          Transition transition = life.apply(found.get(), event);
          if (transition.next().equals(found.get()) && delivered.isEmpty()) {
            return Optional.of(answer.apply(found.get()));
          }
          Commit commit =
              commit(transition, Optional.empty(), Optional.empty(), delivered, matched);
          if (store(commit)) {
            return Optional.of(answer.apply(commit.next()));
          }
        }
      }
    }
    throw new LogUnavailableException("too many changes of one incident at once");
  }

  Commit commit(
      Transition transition,
      Optional<Commit.NewAlarm> alarm,
      Optional<Commit.Join> join,
      Optional<Outbox.Claimed> delivered,
      Optional<Commit.Matched> matched) {
    Incident next = transition.next().stored();
    List<Posting> postings =
        transition.notices().stream()
            .filter(notice -> links.isPosted(notice.to()))
            .map(notice -> new Posting(DeliveryId.mint(ulids), notice))
            .toList();
    return new Commit(
        next, board.urgency(next), alarm, join, postings, delivered, matched, transition.decided());
  }

  /// False on a conflict.
  boolean store(Commit commit) {
    var began = clock.instant();
    boolean stored = log.commit(commit);
    if (stored) {
      observer.committed(Duration.between(began, clock.instant()));
      board.show(commit.next());
    }
    return stored;
  }
}
