package org.ariane.router.priority;

import java.util.List;

/// How urgent an incident is and why, heaviest reason first.
///
/// @param score sum of the weights of the reasons
public record Priority(
    PriorityClass urgency, int score, String policyVersion, List<PriorityReason> reasons) {
  public Priority {
    reasons = List.copyOf(reasons);
  }
}
