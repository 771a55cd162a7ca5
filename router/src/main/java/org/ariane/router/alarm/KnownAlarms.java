package org.ariane.router.alarm;

import java.util.Optional;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.router.access.Principal;

/// Alarms that go on, as far as an operator may know who talks with somebody from the same
/// telephone. A number is a claim: what is found is shown to a human, never said to the caller, and
/// changes nothing for her.
@FunctionalInterface
public interface KnownAlarms {
  /// The latest one; empty where there is none, or the operator is barred from it. Reads memory
  /// only.
  Optional<KnownAlarm> of(PhoneNumber phone, Principal operator);
}
