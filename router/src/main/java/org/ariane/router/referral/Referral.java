package org.ariane.router.referral;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.PrincipalId;

/// One person who is passed on to one service.
///
/// @param by who refers her
/// @param until when it is erased, answered or not
/// @param answer what came of it; empty while nobody knows
public record Referral(
    ReferralId id,
    PrincipalId by,
    ServiceId service,
    Delivery delivery,
    Agreed agreed,
    Instant sentAt,
    Instant until,
    boolean exercise,
    Optional<Answer> answer) {
  /// So long it may be kept at most.
  public static final Duration LONGEST = Duration.ofDays(14);

  /// What came of it, who said so, and when.
  public record Answer(Outcome outcome, PrincipalId by, Instant at) {}

  public Referral {
    if (!sentAt.isBefore(until) || until.isAfter(sentAt.plus(LONGEST))) {
      throw new IllegalArgumentException("days");
    }
  }

  /// Whether the desk of the service has it: it waits there, or was taken.
  public boolean isAtDesk() {
    return delivery == Delivery.DESK
        && answer.map(given -> given.outcome() == Outcome.ACCEPTED).orElse(true);
  }

  /// Whether the other passes the same on to the same service; of one that is answered and perhaps
  /// erased that is no longer asked.
  boolean isSameAs(Referral other) {
    return service.equals(other.service) && (answer.isPresent() || agreed.equals(other.agreed));
  }

  /// With its answer. Whoever does not take her keeps nothing of her.
  Referral answered(Answer given) {
    return new Referral(
        id,
        by,
        service,
        delivery,
        given.outcome() == Outcome.ACCEPTED ? agreed : Agreed.NOTHING,
        sentAt,
        until,
        exercise,
        Optional.of(given));
  }
}
