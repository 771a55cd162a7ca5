package org.ariane.router.priority;

import java.util.List;
import org.ariane.router.alarm.IncidentId;

/// Decisions as they were recorded; they outlive what they were about. Throws when the store is
/// away.
public interface DecisionTrail {
  /// Oldest first; empty when there is none (any more).
  List<PriorityDecision> of(IncidentId incident);

  /// Some decisions of all incidents, oldest first.
  ///
  /// @param after where the page before ended; empty text for the first
  Page page(String after);

  /// Some decisions.
  ///
  /// @param end what to ask with for the next page; the same as before at the end
  record Page(List<PriorityDecision> decisions, String end) {
    public Page {
      decisions = List.copyOf(decisions);
    }
  }
}
