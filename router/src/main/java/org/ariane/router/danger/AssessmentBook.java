package org.ariane.router.danger;

import org.ariane.router.access.Principal;
import org.ariane.router.redlist.RedListQuery;

/// Keeps assessments under a phone or an address, so that the next alarm from there finds them.
/// Throws when the store is away.
@FunctionalInterface
public interface AssessmentBook {
  /// Durable when it returns. Joined with what is kept there already. Nothing is kept of a query
  /// that names neither phone nor address.
  ///
  /// @return under how many names it can be found
  int keep(RedListQuery subject, DangerAssessment assessment, Principal by);
}
