package org.ariane.router.plan;

import java.time.Instant;

/// Where the switchboard gets its plans. Quick, no IO; never fails and never gives a plan without a
/// step that reaches a human.
@FunctionalInterface
public interface Plans {
  RoutingPlan plan(RouteRequest request, Staffing staffing, Instant at);
}
