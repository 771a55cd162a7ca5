package org.ariane.router.alarm;

import java.util.List;
import org.ariane.directory.phone.PhoneNumber;

/// What came of handing in an alarm.
public sealed interface Receipt {
  /// What the person may dial by herself where she is.
  PhoneNumber emergencyNumber();

  /// Durable. The same alarm again gives the same ids and its current status.
  ///
  /// @param covered whether a centre that can be told now covers the place; otherwise the sender
  ///   should dial [#emergencyNumber] at once
  /// @param dialAfterS seconds after which the sender should dial if no human took it; the same for
  ///   everybody in a zone, so that it reveals nothing
  record Accepted(
      AlarmId alarm,
      IncidentId incident,
      AlarmStatus status,
      boolean covered,
      int dialAfterS,
      PhoneNumber emergencyNumber,
      List<String> degraded)
      implements Receipt {
    public Accepted {
      degraded = List.copyOf(degraded);
    }
  }

  /// Not stored for good; it was handed to the centre all the same, without guarantee.
  record NotDurable(PhoneNumber emergencyNumber, int retryAfterS) implements Receipt {}
}
