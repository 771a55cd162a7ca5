package org.ariane.router.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.Directory;
import org.ariane.directory.DirectorySource;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.policy.PolicyId;
import org.ariane.directory.search.Reason;
import org.ariane.directory.service.Line;
import org.ariane.directory.service.LineId;

/// Plans from the directory in force. A line that it no longer holds is planned as its first line,
/// so that a reload leaves nobody without a plan.
public final class DirectoryPlans implements Plans {
  private static final PolicyId LAST_RESORT = new PolicyId("last-resort");

  private final DirectorySource source;
  private final Planner planner;
  private final PhoneNumber fallback;

  /// Plans with a number of last resort.
  ///
  /// @param fallback where a line names no number of last resort
  public DirectoryPlans(DirectorySource source, PhoneNumber fallback) {
    this.source = source;
    this.fallback = fallback;
    this.planner = new Planner(fallback);
  }

  public static Optional<Line> line(Directory directory, LineId id) {
    return directory.lines().stream().filter(line -> line.id().equals(id)).findFirst();
  }

  @Override
  public RoutingPlan plan(RouteRequest request, Staffing staffing, Instant at) {
    Directory directory = source.current();
    return line(directory, request.line())
        .or(() -> directory.lines().stream().findFirst())
        .map(line -> planner.plan(request, directory, line, staffing, at))
        .orElseGet(() -> lastResort(directory));
  }

  private RoutingPlan lastResort(Directory directory) {
    Duration within = Planner.FALLBACK_RING;
    return new RoutingPlan(
        directory.policies().version(),
        LAST_RESORT,
        directory.version(),
        List.of(
            new Step.Offer(List.of(), List.of(), within, false, List.of()),
            new Step.Fallback(
                fallback,
                within,
                List.of(new Reason("never-a-dead-end", "Fallback number of the server")))),
        List.of());
  }
}
