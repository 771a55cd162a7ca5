package org.ariane.router.alarm;

import java.time.Instant;
import java.util.Optional;

/// An alarm that goes on, as an operator sees it. Its text form is masked.
///
/// @param state of its incident, `open` or `taken`
/// @param urgency its class, as `critical`
/// @param place postcode and name of the place as far as it is known, as `94700 Maisons-Alfort`
/// @param fix the last position
public record KnownAlarm(
    IncidentId incident,
    Instant raisedAt,
    String state,
    String urgency,
    Optional<String> place,
    Optional<Fix> fix,
    boolean exercise) {
  /// The same for who may not know where it is.
  public KnownAlarm withoutPlace() {
    return new KnownAlarm(
        incident, raisedAt, state, urgency, Optional.empty(), Optional.empty(), exercise);
  }

  @Override
  public String toString() {
    return "KnownAlarm[" + incident + "]";
  }
}
