package org.ariane.router.instruction;

import java.time.Instant;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.router.contact.ContactId;

/// Somebody calls and neither speaks nor presses a key.
///
/// @param phone one that she presented; a withheld number never alarms
public record SilentCall(ContactId contact, PhoneNumber phone, Instant at, boolean exercise) {
  @Override
  public String toString() {
    return "SilentCall[" + contact + "]";
  }
}
