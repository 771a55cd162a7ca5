package org.ariane.router.assignment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.search.Reason;
import org.ariane.directory.service.Language;
import org.ariane.router.contact.Contact;
import org.ariane.router.contact.Danger;
import org.ariane.router.presence.Seat;

/// Chooses who is asked: those who react to offers before those who let the last ones ring out,
/// then those who speak her language before others, among them who has been idle longest; ties by
/// account, so that the choice can be replayed.
final class LongestIdle {
  private LongestIdle() {}

  static Optional<Seat> choose(Collection<Seat> free, Optional<Language> language) {
    return free.stream()
        .min(
            Comparator.comparing(Seat::doubtful)
                .thenComparing((Seat seat) -> !seat.speaks(language))
                .thenComparing(Seat::idleSince)
                .thenComparing(seat -> seat.operator().value()));
  }

  /// Why somebody who was free lost against the chosen one.
  static String lostBecause(Seat loser, Seat chosen, Optional<Language> language) {
    if (loser.doubtful() && !chosen.doubtful()) {
      return "not-answering";
    }
    return chosen.speaks(language) && !loser.speaks(language) ? "language" : "idle-shorter";
  }

  static List<Reason> reasons(Seat chosen, Contact contact, Instant now) {
    List<Reason> reasons = new ArrayList<>();
    switch (contact.danger()) {
      case PLACE_UNKNOWN ->
          reasons.add(new Reason("danger", "In danger, place unknown: ask where"));
      case ALERTED -> reasons.add(new Reason("danger", "In danger, the police are alerted"));
      case NONE -> {
        if (contact.told().saysUnsafe()) {
          reasons.add(new Reason("not-safe", "Says she is not safe now, and raised no alarm"));
        }
      }
    }
    if (contact.danger() == Danger.NONE && contact.silent()) {
      reasons.add(new Reason("silent", "Silent: ask questions for yes and no"));
    }
    contact
        .language()
        .ifPresent(language ->
            reasons.add(
                chosen.speaks(Optional.of(language))
                    ? new Reason("language", "You speak " + language.tag())
                    : new Reason(
                        "language.fallback", "Asks for " + language.tag() + "; nobody free does")));
    long idle = Math.max(0, Duration.between(chosen.idleSince(), now).toSeconds());
    reasons.add(new Reason("longest-idle", "Idle for " + idle + " s, longest of those free"));
    return reasons;
  }
}
