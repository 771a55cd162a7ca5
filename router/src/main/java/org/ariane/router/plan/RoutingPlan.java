package org.ariane.router.plan;

import java.util.List;
import org.ariane.directory.policy.PolicyId;
import org.ariane.directory.search.SearchResult.PassedOver;

/// Steps in order, and who was passed over and why.
///
/// @param policyVersion of all policies, as those who write them name it
/// @param policy the one that decided
/// @param directoryVersion the content it was made from
public record RoutingPlan(
    String policyVersion,
    PolicyId policy,
    String directoryVersion,
    List<Step> steps,
    List<PassedOver> passedOver) {
  public RoutingPlan {
    steps = List.copyOf(steps);
    passedOver = List.copyOf(passedOver);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a plan has at least one step");
    }
  }
}
