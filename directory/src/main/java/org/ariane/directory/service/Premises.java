package org.ariane.directory.service;

import java.util.Optional;
import org.ariane.directory.place.Position;

/// What is known of the door of a service.
public sealed interface Premises {
  /// It has no door, or nobody said where it is.
  record Unknown() implements Premises {}

  /// A door that everybody may know, by position, by address, or by both.
  record Shown(Optional<Position> position, Optional<Address> address) implements Premises {
    public Shown {
      if (position.isEmpty() && address.isEmpty()) {
        throw new IllegalArgumentException("a place that is shown has a position or an address");
      }
    }
  }

  /// A door that nobody may learn, as a shelter's. Neither position nor address is held, so that
  /// none can be shown, exported, or worked out from distances and ranks; people reach it by its
  /// channels.
  record Protected() implements Premises {}

  /// Where it stands; empty where that is unknown or protected.
  default Optional<Position> position() {
    return switch (this) {
      case Shown(Optional<Position> position, Optional<Address> _) -> position;
      case Unknown _, Protected _ -> Optional.empty();
    };
  }

  /// What is written on its letters; empty where that is unknown or protected.
  default Optional<Address> address() {
    return switch (this) {
      case Shown(Optional<Position> _, Optional<Address> address) -> address;
      case Unknown _, Protected _ -> Optional.empty();
    };
  }

  /// What may be held of a place: nothing where it is protected.
  static Premises of(Optional<Position> position, Optional<Address> address) {
    return position.isEmpty() && address.isEmpty() ? new Unknown() : new Shown(position, address);
  }
}
