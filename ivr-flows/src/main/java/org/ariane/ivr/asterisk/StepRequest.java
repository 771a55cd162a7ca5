package org.ariane.ivr.asterisk;

import java.time.Instant;
import java.util.Optional;
import org.ariane.directory.phone.PhoneNumber;

/// What the dialplan tells with each step. Its text form is masked.
///
/// @param keys empty when she pressed nothing
/// @param state empty for a fresh call, or when the server died before it could say anything
/// @param on which switch asks
/// @param line as dialled
/// @param phone her number where she did not withhold it: a claim, never an identity
record StepRequest(
    CallEvent event,
    String keys,
    Optional<CallState> state,
    SwitchId on,
    String channel,
    String line,
    boolean exercise,
    Instant arrivedAt,
    Optional<PhoneNumber> phone) {
  @Override
  public String toString() {
    return "StepRequest[" + event + ", " + state + "]";
  }
}
