package org.ariane.router.dispatch;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.ariane.router.alarm.IncidentId;

/// Those incidents on a board to which something applies, kept while the board changes, so that
/// whoever asks again and again need not go through all. What is asked must depend on the incident
/// alone.
public final class Selection {
  private final IncidentBoard board;
  private final Predicate<Incident> wanted;
  private final Set<IncidentId> ids = new HashSet<>();

  private Selection(IncidentBoard board, Predicate<Incident> wanted) {
    this.board = board;
    this.wanted = wanted;
  }

  public static Selection of(IncidentBoard board, Predicate<Incident> wanted) {
    Selection selection = new Selection(board, wanted);
    board.listen(selection::changed);
    board.matching(wanted).forEach(known -> selection.changed(Optional.empty(), known));
    return selection;
  }

  private void changed(Optional<Incident> before, Incident now) {
    boolean want = wanted.test(now);
    boolean had = before.map(wanted::test).orElse(false);
    if (want || had) {
      keep(now.id(), want);
    }
  }

  private synchronized void keep(IncidentId id, boolean want) {
    if (want) {
      ids.add(id);
    } else {
      ids.remove(id);
    }
  }

  /// As the board shows them now, in no order.
  public List<Incident> matching(Predicate<Incident> also) {
    List<IncidentId> asked;
    synchronized (this) {
      asked = List.copyOf(ids);
    }
    return asked.stream()
        .map(board::find)
        .flatMap(Optional::stream)
        .filter(wanted)
        .filter(also)
        .toList();
  }
}
