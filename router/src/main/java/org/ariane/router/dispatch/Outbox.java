package org.ariane.router.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.place.CentreId;
import org.ariane.router.alarm.IncidentId;

/// Messages to centres that are durable and not yet received. Every call may throw
/// [LogUnavailableException].
public interface Outbox {
  /// The most urgent messages of a centre that are due, at most so many, reserved for the caller
  /// for `lease`; after that anyone may claim them again.
  Claim claim(CentreId centre, Instant now, Duration lease, int most);

  /// Gives a message back, to be tried again not before `notBefore`.
  void retry(Claimed claimed, Instant notBefore);

  /// Forgets a message that was received.
  void done(Claimed claimed);

  /// What came of a claim.
  ///
  /// @param claimed the most urgent first
  /// @param nextDue when something becomes due, where nothing is now and something waits
  record Claim(List<Claimed> claimed, Optional<Instant> nextDue) {
    public Claim {
      claimed = List.copyOf(claimed);
    }
  }

  /// A message that the caller may try to bring.
  ///
  /// @param body as it goes out, the same each time
  /// @param attempts 1 at the first claim
  record Claimed(
      CentreId centre,
      DeliveryId id,
      IncidentId incident,
      Notice.Kind kind,
      String body,
      int attempts) {
    @Override
    public String toString() {
      return "Claimed[" + id + "]";
    }
  }
}
