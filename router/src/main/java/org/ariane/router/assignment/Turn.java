package org.ariane.router.assignment;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.search.Reason;
import org.ariane.directory.service.ServiceId;

/// What is to happen with a contact now, for a channel that asks (a caller's dialplan does so every
/// few seconds).
public sealed interface Turn {
  /// Keep waiting; operators are being offered the contact.
  ///
  /// @param position in the queue, 1 is next
  /// @param expected empty when no honest estimate exists
  record Wait(int position, Optional<Duration> expected) implements Turn {}

  /// Connect to a number through the trunk; report with [Switchboard#ringEnded].
  ///
  /// @param service empty for the fallback number
  record Ring(
      Optional<ServiceId> service, PhoneNumber number, Duration within, List<Reason> reasons)
      implements Turn {}

  /// An operator has accepted and is being joined, or they are talking.
  record Joined() implements Turn {}

  /// The switchboard does not know this contact (it was restarted): enter again.
  record Unknown() implements Turn {}
}
