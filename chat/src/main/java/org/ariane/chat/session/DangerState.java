package org.ariane.chat.session;

import java.util.List;
import java.util.Optional;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.contact.Contact;
import org.ariane.router.contact.Danger;
import org.ariane.router.desk.DangerNotice;

/// What is known of a danger that she said.
///
/// @param pending an alarm is being handed in
record DangerState(
    boolean said,
    boolean pending,
    DangerNotice notice,
    Optional<IncidentId> incident,
    List<String> numbers) {
  static final DangerState CALM =
      new DangerState(false, false, DangerNotice.NONE, Optional.empty(), List.of());

  /// As far as the contact tells it, where more is no longer known.
  static DangerState of(Contact contact) {
    return switch (contact.danger()) {
      case NONE -> CALM;
      case PLACE_UNKNOWN ->
          new DangerState(
              true, false, DangerNotice.PLACE_UNKNOWN, contact.incident(), List.of("112"));
      // What came of it is no longer known: she is told no more than that, and asking again asks.
      case ALERTED ->
          new DangerState(
              true, false, DangerNotice.NOT_DURABLE, contact.incident(), List.of("112"));
    };
  }

  DangerState {
    numbers = List.copyOf(numbers);
  }

  DangerState placeUnknown(List<String> numbers) {
    return new DangerState(true, false, DangerNotice.PLACE_UNKNOWN, incident, numbers);
  }

  DangerState handedIn(List<String> numbers) {
    return new DangerState(true, true, notice, incident, numbers);
  }

  DangerState answered(DangerNotice notice, Optional<IncidentId> incident, List<String> numbers) {
    return new DangerState(true, false, notice, incident.or(this::incident), numbers);
  }

  /// How the switchboard ranks it. Where no alarm could be stored a human is the only help left.
  Danger urgency() {
    if (!said) {
      return Danger.NONE;
    }
    return notice == DangerNotice.PLACE_UNKNOWN && !pending ? Danger.PLACE_UNKNOWN : Danger.ALERTED;
  }
}
