package org.ariane.router.assignment;

import java.time.Duration;
import java.time.Instant;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.presence.Seat;

/// Who let a contact pass is not asked again for a while, and for a shorter while where nobody else
/// is there to ask.
final class Refusals {
  private Refusals() {}

  static boolean recent(Entry entry, PrincipalId operator, Board board) {
    return within(entry, operator, board.settings().refusal(), board.now());
  }

  static boolean hold(Entry entry, Seat seat, Board board) {
    if (!recent(entry, seat.operator(), board)) {
      return false;
    }
    boolean othersLeft =
        board.onShift(entry.desks(), entry.contact().channel()).stream()
            .anyMatch(other -> !recent(entry, other.operator(), board));
    return othersLeft
        || within(entry, seat.operator(), board.settings().soleRefusal(), board.now());
  }

  private static boolean within(Entry entry, PrincipalId operator, Duration span, Instant now) {
    Instant refused = entry.refusals().get(operator);
    return refused != null && refused.plus(span).isAfter(now);
  }
}
