package org.ariane.router.priority;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes a recorded decision again, from its features alone.
public final class Replay {
  private final Policies policies;

  public Replay(Policies policies) {
    this.policies = policies;
  }

  /// What came of it.
  public sealed interface Outcome {
    /// Class, score, reasons and order key are those that were recorded.
    record Same() implements Outcome {}

    /// They are not.
    ///
    /// @param what as `score: 45, recorded 50`
    record Different(List<String> what) implements Outcome {
      public Different {
        what = List.copyOf(what);
      }
    }

    /// The policy that it names is not kept.
    record NoPolicy(String version) implements Outcome {}
  }

  /// Under the policy that the decision names.
  public Outcome of(PriorityDecision decision) {
    Optional<PriorityPolicy> policy = policies.version(decision.priority().policyVersion());
    if (policy.isEmpty()) {
      return new Outcome.NoPolicy(decision.priority().policyVersion());
    }
    Priority again = policy.get().assess(decision.features());
    Priority recorded = decision.priority();
    List<String> what = new ArrayList<>();
    compare("class", again.urgency().wireName(), recorded.urgency().wireName(), what);
    compare("score", again.score(), recorded.score(), what);
    compare("reasons", again.reasons(), recorded.reasons(), what);
    double key = policy.get().orderKey(again, decision.arrival());
    compare("order key", key, decision.orderKey(), what);
    return what.isEmpty() ? new Outcome.Same() : new Outcome.Different(what);
  }

  /// Under another policy, as if it had been in force.
  public static Priority under(PriorityPolicy other, PriorityDecision decision) {
    return other.assess(decision.features());
  }

  private static void compare(String name, Object again, Object recorded, List<String> what) {
    if (!again.equals(recorded)) {
      what.add(name + ": " + again + ", recorded " + recorded);
    }
  }
}
