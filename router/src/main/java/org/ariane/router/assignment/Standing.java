package org.ariane.router.assignment;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.presence.Seat;

/// An offer that rings, as somebody sees it who comes later.
///
/// @param waited since the contact arrived
/// @param left until it ends by itself
/// @param from the desk that hands the contact over; empty when she comes from the queue
public record Standing(Offer offer, Duration waited, Duration left, Optional<ServiceId> from) {
  /// What of the entry rings at the operator.
  static Optional<Standing> of(Entry entry, PrincipalId operator, Board board, Instant now) {
    Duration waited = entry.waited(now);
    Optional<Standing> standing =
        switch (entry.phase()) {
          case Phase.Queued() -> Optional.empty();
          case Phase.Ringing() -> Optional.empty();
          case Phase.Offered(Offer offer, Instant until) ->
              Optional.of(new Standing(offer, waited, left(now, until), Optional.empty()));
          case Phase.Asked asked ->
              asked
                  .offer(operator)
                  .map(offer ->
                      new Standing(offer, waited, left(now, asked.until()), Optional.empty()));
          case Phase.Talking talking ->
              talking
                  .handover()
                  .map(handover ->
                      new Standing(
                          handover.offer(),
                          waited,
                          left(now, handover.until()),
                          board.seat(talking.operator()).map(Seat::desk)));
        };
    return standing.filter(found -> found.offer().operator().equals(operator));
  }

  private static Duration left(Instant now, Instant until) {
    Duration left = Duration.between(now, until);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
