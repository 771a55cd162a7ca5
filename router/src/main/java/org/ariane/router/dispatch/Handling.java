package org.ariane.router.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.alarm.AlarmSource;
import org.ariane.router.alarm.AlarmStatus;

/// What humans did about an incident.
///
/// @param progress how far it has come; never `cancelled`, which belongs to one alarm's sender
/// @param since when it came that far
/// @param holder who acts on it; kept after it is closed
/// @param rejection asked for by a dispatcher, waits for a supervisor
/// @param history what happened, oldest first; kept small
/// @param acted who raised it as an operator, held it, handed it over or closed it, each once, in
///   order; they learn how it ended
public record Handling(
    IncidentState state,
    AlarmStatus progress,
    Instant since,
    Optional<Holder> holder,
    Optional<Rejection> rejection,
    Optional<Outcome> outcome,
    List<Happened> history,
    List<PrincipalId> acted) {
  private static final int MOST_HISTORY = 60;
  private static final int MOST_ACTED = 50;

  public Handling {
    history = List.copyOf(history);
    acted = List.copyOf(acted);
  }

  /// A centre refuses an incident.
  public record Rejection(Holder by, String cause) {}

  /// How it ended.
  public record Outcome(String code, Optional<String> note) {}

  /// One line of the history.
  ///
  /// @param what stable code, as `opened`, `escalated`, `rejected`
  /// @param about a centre, a cause or an outcome code; may be empty
  public record Happened(Instant at, String what, String about) {}

  public static Handling begin(Instant at) {
    return new Handling(
        IncidentState.OPEN,
        AlarmStatus.RECEIVED,
        at,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of());
  }

  /// Nobody holds it. Who was told is still told, so the progress stays, unless it went beyond
  /// that.
  public Handling waiting(Instant at) {
    return state == IncidentState.OPEN ? this : reopened(at);
  }

  /// A new owner must be found: nobody holds it, nobody was told.
  public Handling reopened(Instant at) {
    return new Handling(
        IncidentState.OPEN,
        AlarmStatus.RECEIVED,
        at,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        history,
        acted);
  }

  public Handling delivered(Instant at) {
    return progress == AlarmStatus.RECEIVED ? progressed(AlarmStatus.DELIVERED, at) : this;
  }

  public Handling heldBy(Holder who) {
    boolean colleague = state == IncidentState.TAKEN;
    return new Handling(
        IncidentState.TAKEN,
        colleague ? progress : AlarmStatus.TAKEN,
        colleague ? since : who.at(),
        Optional.of(who),
        Optional.empty(),
        Optional.empty(),
        history,
        and(who.principal()));
  }

  /// Someone did something about it besides holding it.
  public Handling actedBy(Holder who) {
    return new Handling(
        state, progress, since, holder, rejection, outcome, history, and(who.principal()));
  }

  /// An operator who raises an alarm acts, too; other sources are no accounts that could be told.
  public Handling raisedBy(AlarmSource source) {
    return source instanceof AlarmSource.Operator operator
        ? new Handling(
            state,
            progress,
            since,
            holder,
            rejection,
            outcome,
            history,
            and(new PrincipalId(operator.account())))
        : this;
  }

  public Handling progressed(AlarmStatus to, Instant at) {
    return new Handling(state, to, at, holder, rejection, outcome, history, acted);
  }

  public Handling rejectionAsked(Rejection asked) {
    return new Handling(
        state, progress, since, holder, Optional.of(asked), outcome, history, acted);
  }

  public Handling closed(Outcome how, Instant at) {
    return new Handling(
        IncidentState.CLOSED,
        AlarmStatus.CLOSED,
        at,
        holder,
        Optional.empty(),
        Optional.of(how),
        history,
        acted);
  }

  public Handling noted(Instant at, String what, String about) {
    List<Happened> longer = new ArrayList<>(history);
    longer.add(new Happened(at, what, about));
    if (longer.size() > MOST_HISTORY) {
      longer.remove(leastTelling(longer));
    }
    return new Handling(state, progress, since, holder, rejection, outcome, longer, acted);
  }

  /// Of a long history the oldest joined alarm goes first: who had it when is told longest.
  private static int leastTelling(List<Happened> history) {
    for (int i = 1; i < history.size() - 1; i++) {
      if (history.get(i).what().equals("alarm-joined")) {
        return i;
      }
    }
    return 1;
  }

  private List<PrincipalId> and(PrincipalId who) {
    if (acted.contains(who) || acted.size() >= MOST_ACTED) {
      return acted;
    }
    List<PrincipalId> longer = new ArrayList<>(acted);
    longer.add(who);
    return longer;
  }
}
