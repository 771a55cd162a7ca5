package org.ariane.router.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.place.CentreId;
import org.ariane.directory.place.ZoneId;

/// Who answers for an incident now, and who is next. Always exactly one centre.
///
/// @param zone empty where the place lies in none or is unknown
/// @param chain centres in the order in which they step in; never empty
/// @param centre the owner, mostly `chain[step]`; another one after a hand-over
/// @param round 1, and one more each time the chain begins again
/// @param delivered whether the owner's system has confirmed receipt in this step
/// @param deadline when the next one steps in; empty once a human holds it
public record Ownership(
    Optional<ZoneId> zone,
    List<CentreId> chain,
    CentreId centre,
    int step,
    int round,
    boolean delivered,
    Optional<Instant> deadline) {
  public Ownership {
    chain = List.copyOf(chain);
    if (step < 0 || step >= chain.size()) {
      throw new IllegalArgumentException("a step is a place in the chain");
    }
  }

  /// The first of the placement's chain owns it.
  public static Ownership begin(Placement placement, Instant at, Duration answerWithin) {
    return new Ownership(
        placement.zone().map(zone -> zone.id()),
        placement.chain(),
        placement.chain().getFirst(),
        0,
        1,
        false,
        Optional.of(at.plus(answerWithin)));
  }

  /// The next of the chain owns it; after the last the first again, in a new round.
  public Ownership next(Instant at, Duration answerWithin) {
    boolean end = step + 1 == chain.size();
    int to = end ? 0 : step + 1;
    return new Ownership(
        zone,
        chain,
        chain.get(to),
        to,
        end ? round + 1 : round,
        false,
        Optional.of(at.plus(answerWithin)));
  }

  /// Another centre owns it, wherever it stands in the chain.
  public Ownership to(CentreId other, Instant at, Duration answerWithin) {
    int index = chain.indexOf(other);
    return new Ownership(
        zone,
        chain,
        other,
        index < 0 ? step : index,
        round,
        false,
        Optional.of(at.plus(answerWithin)));
  }

  public Ownership withDelivered() {
    return new Ownership(zone, chain, centre, step, round, true, deadline);
  }

  public Ownership withoutDeadline() {
    return new Ownership(zone, chain, centre, step, round, delivered, Optional.empty());
  }

  /// An earlier deadline counts, a later one does not.
  public Ownership answeredBy(Instant earlier) {
    Optional<Instant> first = deadline.map(d -> d.isAfter(earlier) ? earlier : d);
    return new Ownership(zone, chain, centre, step, round, delivered, first);
  }
}
