package org.ariane.ivr.asterisk;

import java.util.Locale;

/// What happened in the dialplan since the last step; names of `ARIANE_EVENT`.
enum CallEvent {
  START,
  /// A prompt or hold slice ended, with or without keys.
  KEYS,
  /// The police of her place are being called beside her.
  POLICE,
  /// Nobody answered at the number that was rung.
  RANG,
  /// The human's telephone was lost; she goes back, first in line.
  LOST,
  /// A rescue without server went by, and nobody could be reached.
  RESCUED;

  /// What is unknown counts as a rescue: she is sent on to a human.
  static CallEvent parse(String text) {
    for (CallEvent event : values()) {
      if (event.name().toLowerCase(Locale.ROOT).equals(text)) {
        return event;
      }
    }
    return RESCUED;
  }
}
