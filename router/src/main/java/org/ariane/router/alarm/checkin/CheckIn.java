package org.ariane.router.alarm.checkin;

import java.time.Instant;

/// One check-in that is watched. Its text form is masked.
///
/// @param missedAt when it counts as missed: when it was due, and the grace
/// @param body the alarm to raise then, as an app would send it
public record CheckIn(CheckInId id, Instant missedAt, String body) {
  @Override
  public String toString() {
    return "CheckIn[masked]";
  }
}
