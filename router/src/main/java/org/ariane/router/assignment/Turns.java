package org.ariane.router.assignment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.search.Reason;
import org.ariane.router.plan.RoutingPlan;
import org.ariane.router.plan.Step;

/// Says to a channel what its contact's entry means for it.
final class Turns {
  private Turns() {}

  /// Gives the turn.
  ///
  /// @param expected only asked where she waits
  static Turn of(Entry entry, int position, Optional<Duration> expected) {
    return switch (entry.phase()) {
      case Phase.Queued() -> new Turn.Wait(position, expected);
      case Phase.Offered offered -> new Turn.Wait(position, expected);
      case Phase.Asked asked -> new Turn.Wait(position, expected);
      case Phase.Talking talking -> new Turn.Joined();
      case Phase.Ringing() -> ring(entry);
    };
  }

  private static Turn ring(Entry entry) {
    return switch (entry.plan().steps().get(entry.step())) {
      case Step.Ring ring ->
          new Turn.Ring(
              Optional.of(ring.service()), ring.number(), ring.within(), reasons(entry, ring));
      case Step.Fallback last ->
          new Turn.Ring(Optional.empty(), last.number(), last.within(), reasons(entry, last));
      case Step.Together together -> new Turn.Wait(1, Optional.empty());
      case Step.Offer offer -> new Turn.Wait(1, Optional.empty());
      case Step.Announce announce -> new Turn.Wait(1, Optional.empty());
    };
  }

  /// What was to be announced just before goes with the step that follows it.
  private static List<Reason> reasons(Entry entry, Step step) {
    RoutingPlan plan = entry.plan();
    List<Reason> reasons = new ArrayList<>();
    if (entry.step() > 0 && plan.steps().get(entry.step() - 1) instanceof Step.Announce announce) {
      reasons.addAll(announce.reasons());
    }
    reasons.addAll(step.reasons());
    return reasons;
  }
}
