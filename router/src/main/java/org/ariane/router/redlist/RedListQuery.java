package org.ariane.router.redlist;

import java.util.Optional;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.Position;
import org.ariane.router.alarm.Address;

/// What is known of an alarm that could match an entry.
public record RedListQuery(
    Optional<PhoneNumber> phone, Optional<Position> position, Optional<Address> address) {}
