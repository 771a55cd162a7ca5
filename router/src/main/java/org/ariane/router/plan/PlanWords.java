package org.ariane.router.plan;

import java.util.List;

/// A plan in few words, those of `POST /v1/route`: `offer desk`, `ring fr-3919`, `announce caller`,
/// `ring fallback`. What two policies make of one contact is compared by them.
public final class PlanWords {
  private PlanWords() {}

  public static List<String> of(RoutingPlan plan) {
    return plan.steps().stream().map(PlanWords::of).toList();
  }

  private static String of(Step step) {
    return switch (step) {
      case Step.Offer offer -> "offer desk";
      case Step.Together together -> "offer everybody";
      case Step.Ring ring -> "ring " + ring.service().value();
      case Step.Announce announce -> "announce caller";
      case Step.Fallback fallback -> "ring fallback";
    };
  }
}
