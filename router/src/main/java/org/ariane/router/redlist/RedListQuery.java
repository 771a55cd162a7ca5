package org.ariane.router.redlist;

import java.util.Optional;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.Position;
import org.ariane.router.alarm.Address;

/// What is known of an alarm that could match an entry.
///
/// @param accuracyM radius in metres around the position in which she may be; counts up to
///   [#MOST_ACCURACY_M], since a whole town would match everything
public record RedListQuery(
    Optional<PhoneNumber> phone,
    Optional<Position> position,
    double accuracyM,
    Optional<Address> address) {
  public static final double MOST_ACCURACY_M = 250;

  public RedListQuery {
    accuracyM = accuracyM > 0 ? Math.min(accuracyM, MOST_ACCURACY_M) : 0;
  }

  /// With an exact position.
  public RedListQuery(
      Optional<PhoneNumber> phone, Optional<Position> position, Optional<Address> address) {
    this(phone, position, 0, address);
  }
}
