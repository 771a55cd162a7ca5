package org.ariane.router.alarm.checkin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ariane.router.alarm.AlarmId;

/// The durable store of check-ins. Every call may throw
/// [org.ariane.router.dispatch.LogUnavailableException]. What is on disk survives any server.
public interface CheckIns {
  /// Watches it from now on, in place of an earlier one of the same name.
  void watch(CheckIn checkIn);

  /// She is well, or the app needs it no more. One that was missed already stays missed. Empty
  /// where there is none.
  Optional<Ended> end(CheckInId id, Wish wish);

  /// Those that are missed by now, longest overdue first. From here on their alarm will be raised,
  /// whatever the app says; each comes again until [#raised] was told.
  List<CheckIn> missed(Instant now, int most);

  /// Its alarm is taken for good.
  void raised(CheckIn checkIn, AlarmId alarm);

  /// Why it ends.
  enum Wish {
    OK,
    ENDED
  }

  /// How it ended.
  sealed interface Ended {
    record As(Wish wish) implements Ended {}

    /// Too late: an alarm is or will be raised.
    ///
    /// @param alarm empty for the moment until it is taken
    record Missed(Optional<AlarmId> alarm) implements Ended {}
  }
}
