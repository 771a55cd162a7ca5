package org.ariane.directory.policy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.service.ServiceId;

/// One thing that a policy tries. The number of last resort always comes after the last one.
public sealed interface Move {
  /// Offer her to operators at desks.
  ///
  /// @param within how long all of them together may take; empty: as the line says
  record Offer(Desks desks, Optional<Duration> within) implements Move {}

  /// Ring telephones, one after the other: those that speak her language first, then in the order
  /// of `numbers`. Whoever is closed, or would not take her, is passed over.
  ///
  /// @param each how long each may ring; empty: 45 s for a hotline, 30 s for others
  /// @param atMost 1 to 9
  record Ring(List<Numbers> numbers, Optional<Duration> each, int atMost) implements Move {
    public Ring {
      numbers = List.copyOf(numbers);
      if (numbers.isEmpty()) {
        throw new IllegalArgumentException("ring names at least one number");
      }
      if (atMost < 1 || atMost > 9) {
        throw new IllegalArgumentException("at-most is 1 to 9");
      }
    }
  }

  /// Ask the line's desks and the open telephones all at once; whoever takes her first has her.
  /// Calls only: a chat cannot be connected to a telephone, and goes on.
  record AtOnce(Optional<Duration> within) implements Move {}

  /// Whose desks.
  enum Desks {
    /// Those of the line.
    LINE,
    /// Open ones of her area that are not the line's.
    AREA,
    /// Every desk with somebody at it, the line's first: for danger.
    ANYBODY
  }

  /// Whose telephones.
  sealed interface Numbers {
    /// Open hotlines and associations of her area.
    record OfArea() implements Numbers {}

    /// Those that the line names as its overflow.
    record OfLine() implements Numbers {}

    /// One service by name.
    record Of(ServiceId service) implements Numbers {}
  }
}
