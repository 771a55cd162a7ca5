package org.ariane.router.alarm;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the sender of an alarm may still do with it. Only the one who raised it: for all others it
/// does not exist. Blocks; call it on a virtual thread.
public interface AlarmFollowUp {
  Answer progress(AlarmSource sender, AlarmId alarm);

  /// Adds what the update says; parts that could not be read are in its `degraded`.
  Answer locate(AlarmSource sender, AlarmId alarm, Update update);

  /// Records that the sender called it off. Dispatch goes on all the same. From here on the sender
  /// sees the same answer for ever, whatever dispatch does.
  ///
  /// @param code what was entered; one that is given and not known to be the safe one means duress,
  ///   which only dispatch learns
  Answer cancel(AlarmSource sender, AlarmId alarm, Optional<String> code);

  /// What an update may bring.
  record Update(Optional<Fix> fix, Optional<Address> address, List<String> degraded) {
    public Update {
      degraded = List.copyOf(degraded);
    }
  }

  /// What the sender learns.
  sealed interface Answer {
    /// How far it has come.
    ///
    /// @param since when the status came to be
    record Status(AlarmId alarm, AlarmStatus status, Instant since) implements Answer {}

    /// No such alarm, or somebody else's.
    record Unknown() implements Answer {}

    /// It could not be stored now.
    record NotStored(int retryAfterS) implements Answer {}
  }
}
