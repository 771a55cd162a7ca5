package org.ariane.router.dispatch;

import java.util.Optional;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.router.alarm.Alarm;

/// Alarms of the same phone within a window belong together; exercises only with exercises.
public record JoinKey(PhoneNumber phone, boolean exercise) {
  public static Optional<JoinKey> of(Alarm alarm) {
    return alarm.phone().map(phone -> new JoinKey(phone, alarm.exercise()));
  }
}
