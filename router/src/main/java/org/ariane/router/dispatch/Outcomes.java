package org.ariane.router.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.alarm.IncidentId;

/// How incidents ended, told to those who acted on them. Holds codes and times, nothing of her.
/// Every call may throw [LogUnavailableException].
public interface Outcomes {
  /// What is older is forgotten.
  Duration KEPT = Duration.ofDays(30);

  /// Tells one person; telling the same again changes nothing.
  void tell(PrincipalId who, Told told);

  /// What that person was told since then, latest first.
  List<Told> of(PrincipalId who, Instant since);

  /// One outcome.
  ///
  /// @param outcome a code, as `suspect-arrested`
  record Told(IncidentId incident, String outcome, Instant at, boolean exercise) {}
}
