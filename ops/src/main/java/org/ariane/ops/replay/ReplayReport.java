package org.ariane.ops.replay;

import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.priority.DecisionTrail;
import org.ariane.router.priority.Policies;
import org.ariane.router.priority.Priority;
import org.ariane.router.priority.PriorityDecision;
import org.ariane.router.priority.PriorityPolicy;
import org.ariane.router.priority.Replay;

/// Replays decisions and says what came of it. Answers exit codes: 0 for no difference, 3 for some.
public final class ReplayReport {
  private static final int DIFFERENT = 3;

  private final DecisionTrail trail;
  private final Replay replay;
  private final PrintStream lines;

  public ReplayReport(DecisionTrail trail, Policies policies, PrintStream lines) {
    this.trail = trail;
    this.replay = new Replay(policies);
    this.lines = lines;
  }

  /// Under the policy that each names.
  public int verify(Optional<IncidentId> one) {
    int[] counts = new int[2];
    each(
        one,
        decision -> {
          counts[0]++;
          switch (replay.of(decision)) {
            case Replay.Outcome.Same() -> {}
            case Replay.Outcome.Different(var what) -> {
              counts[1]++;
              lines.println(name(decision) + " " + String.join("; ", what));
            }
            case Replay.Outcome.NoPolicy(String version) -> {
              counts[1]++;
              lines.println(name(decision) + " names policy " + version + ", which is not kept");
            }
          }
        });
    lines.println(
        counts[1] == 0
            ? "OK " + counts[0] + " decisions"
            : "DIFFERENT " + counts[1] + " of " + counts[0] + " decisions");
    return counts[1] == 0 ? 0 : DIFFERENT;
  }

  /// Under a policy that is not in force: which would be another class. Always 0: it is a question.
  public int whatIf(PriorityPolicy other, Optional<IncidentId> one) {
    int[] count = new int[1];
    Map<String, Integer> moves = new TreeMap<>();
    each(
        one,
        decision -> {
          count[0]++;
          Priority would = Replay.under(other, decision);
          String from = decision.priority().urgency().wireName();
          String to = would.urgency().wireName();
          if (!from.equals(to)) {
            moves.merge(from + " -> " + to, 1, Integer::sum);
            lines.println(
                name(decision)
                    + " "
                    + from
                    + " -> "
                    + to
                    + " (score "
                    + decision.priority().score()
                    + " -> "
                    + would.score()
                    + ")");
          }
        });
    moves.forEach((move, times) -> lines.println(move + ": " + times));
    int changed = moves.values().stream().mapToInt(Integer::intValue).sum();
    lines.println(
        "Under %s %d of %d decisions would change class"
            .formatted(other.version(), changed, count[0]));
    return 0;
  }

  private void each(Optional<IncidentId> one, Consumer<PriorityDecision> what) {
    if (one.isPresent()) {
      trail.of(one.get()).forEach(what);
      return;
    }
    String after = "";
    while (true) {
      DecisionTrail.Page page = trail.page(after);
      page.decisions().forEach(what);
      if (page.decisions().isEmpty() || page.end().equals(after)) {
        return;
      }
      after = page.end();
    }
  }

  private static String name(PriorityDecision decision) {
    return decision.incident() + "/" + decision.version();
  }
}
