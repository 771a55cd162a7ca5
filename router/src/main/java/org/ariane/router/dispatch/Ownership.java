package org.ariane.router.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.ariane.directory.place.CentreId;
import org.ariane.directory.place.ChainStep;
import org.ariane.directory.place.ExpectedDelay;
import org.ariane.directory.place.ZoneId;

/// Who answers for an incident now, who is next, and who was told of it. Always exactly one owner;
/// a step to the next widens the circle of those who may see and take it, it takes nobody out.
///
/// @param zone empty where the place lies in none or is unknown
/// @param expectedDelay until a patrol arrives there; empty where nobody knows
/// @param nowIn another zone, where she has been seen since a human took it
/// @param chain steps in the order in which they answer; never empty
/// @param owner mostly `chain[step]`; another one after a hand-over or once somebody took it
/// @param round 1, and one more each time the chain begins again
/// @param since when the owner became it
/// @param delivered whether the owner's centre has confirmed receipt
/// @param deadline when the next one steps in; empty once a human holds it
/// @param told centres that may see and take it, in the order in which they were told; the owner's
///   is one of them
public record Ownership(
    Optional<ZoneId> zone,
    Optional<ExpectedDelay> expectedDelay,
    Optional<ZoneId> nowIn,
    List<ChainStep> chain,
    ChainStep owner,
    int step,
    int round,
    Instant since,
    boolean delivered,
    Optional<Instant> deadline,
    List<CentreId> told) {
  public Ownership {
    chain = List.copyOf(chain);
    told = List.copyOf(told);
    if (step < 0 || step >= chain.size()) {
      throw new IllegalArgumentException("a step is a place in the chain");
    }
    if (!told.contains(owner.centre())) {
      throw new IllegalArgumentException("the owner was told");
    }
  }

  /// The first of the placement's chain owns it.
  public static Ownership begin(Placement placement, Instant at, Duration answerWithin) {
    ChainStep first = placement.chain().getFirst();
    return new Ownership(
        placement.zone().map(zone -> zone.id()),
        placement.zone().flatMap(zone -> zone.expectedDelay()),
        Optional.empty(),
        placement.chain(),
        first,
        0,
        1,
        at,
        false,
        Optional.of(at.plus(answerWithin)),
        List.of(first.centre()));
  }

  public CentreId centre() {
    return owner.centre();
  }

  /// Whether a centre may see it.
  public boolean knows(CentreId centre) {
    return told.contains(centre);
  }

  /// Who steps in next; after the last the first again.
  public ChainStep upcoming() {
    return chain.get(step + 1 == chain.size() ? 0 : step + 1);
  }

  /// The next of the chain owns it; after the last the first again, in a new round.
  public Ownership next(Instant at, Duration answerWithin) {
    boolean end = step + 1 == chain.size();
    return ownedBy(upcoming(), end ? 0 : step + 1, end ? round + 1 : round, at, answerWithin);
  }

  /// The same owner is asked again.
  public Ownership again(Instant at, Duration answerWithin) {
    return ownedBy(owner, step, round, at, answerWithin);
  }

  /// Another chain. The owner stays where the new chain still has it, unless the first of the new
  /// chain must be told at once.
  ///
  /// @param leaving centres that no longer know of it, but through the new chain
  public Ownership rerouted(
      List<ChainStep> other,
      Predicate<CentreId> leaving,
      boolean firstAtOnce,
      Instant at,
      Duration answerWithin) {
    int index = other.indexOf(owner);
    boolean stays = index >= 0 && !(firstAtOnce && !owner.equals(other.getFirst()));
    ChainStep next = stays ? owner : other.getFirst();
    List<CentreId> staying =
        new ArrayList<>(told.stream().filter(centre -> !leaving.test(centre)).toList());
    if (!staying.contains(next.centre())) {
      staying.add(next.centre());
    }
    return new Ownership(
        zone,
        expectedDelay,
        nowIn,
        other,
        next,
        Math.max(0, other.indexOf(next)),
        round,
        stays ? since : at,
        stays && delivered,
        stays ? deadline : Optional.of(at.plus(answerWithin)),
        staying);
  }

  /// Another centre owns it, wherever it stands in the chain.
  public Ownership to(CentreId other, Instant at, Duration answerWithin) {
    int index = chain.indexOf(ChainStep.desk(other));
    return ownedBy(ChainStep.desk(other), index < 0 ? step : index, round, at, answerWithin);
  }

  /// She was seen in another zone before anybody took it: its chain goes on from here, and those
  /// who were told still know.
  public Ownership movedTo(Placement placement, Instant at, Duration answerWithin) {
    Ownership there = begin(placement, at, answerWithin);
    if (knows(there.centre())) {
      // Her position may swing between two zones: who was told once is not asked again for that.
      return new Ownership(
          there.zone,
          there.expectedDelay,
          nowIn,
          chain,
          owner,
          step,
          round,
          since,
          delivered,
          deadline,
          told);
    }
    return there.telling(with(there.centre()));
  }

  /// Where she was seen since a human took it; the same zone again is no news.
  public Ownership seenIn(Optional<ZoneId> other) {
    Optional<ZoneId> elsewhere = other.filter(seen -> !zone.equals(Optional.of(seen)));
    return new Ownership(
        zone,
        expectedDelay,
        elsewhere,
        chain,
        owner,
        step,
        round,
        since,
        delivered,
        deadline,
        told);
  }

  /// A human of this centre holds it; no deadline any more.
  public Ownership takenBy(CentreId centre) {
    ChainStep holder = owner.centre().equals(centre) ? owner : ChainStep.desk(centre);
    return new Ownership(
        zone,
        expectedDelay,
        nowIn,
        chain,
        holder,
        step,
        round,
        since,
        delivered,
        Optional.empty(),
        with(centre));
  }

  /// This centre sees it no more. The owner cannot leave.
  public Ownership without(CentreId centre) {
    return telling(
        told.stream()
            .filter(known -> !known.equals(centre) || known.equals(owner.centre()))
            .toList());
  }

  public Ownership withDelivered() {
    return new Ownership(
        zone, expectedDelay, nowIn, chain, owner, step, round, since, true, deadline, told);
  }

  public Ownership withoutDeadline() {
    return takenBy(owner.centre());
  }

  /// An earlier deadline counts, a later one does not.
  public Ownership answeredBy(Instant earlier) {
    Optional<Instant> first = deadline.map(d -> d.isAfter(earlier) ? earlier : d);
    return new Ownership(
        zone, expectedDelay, nowIn, chain, owner, step, round, since, delivered, first, told);
  }

  private Ownership ownedBy(
      ChainStep next, int index, int inRound, Instant at, Duration answerWithin) {
    boolean sameCentre = next.centre().equals(owner.centre());
    return new Ownership(
        zone,
        expectedDelay,
        nowIn,
        chain,
        next,
        index,
        inRound,
        at,
        sameCentre && delivered,
        Optional.of(at.plus(answerWithin)),
        with(next.centre()));
  }

  private List<CentreId> with(CentreId centre) {
    List<CentreId> wider = new ArrayList<>(told);
    if (!wider.contains(centre)) {
      wider.add(centre);
    }
    return wider;
  }

  private Ownership telling(List<CentreId> others) {
    return new Ownership(
        zone, expectedDelay, nowIn, chain, owner, step, round, since, delivered, deadline, others);
  }
}
