package org.ariane.router.redlist;

import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.Position;
import org.ariane.router.alarm.Address;
import org.ariane.router.redlist.RedListMark.Kind;

/// What an entry is about.
public sealed interface RedListSubject {
  Kind kind();

  record OfPhone(PhoneNumber phone) implements RedListSubject {
    @Override
    public Kind kind() {
      return Kind.PHONE;
    }
  }

  /// Everything within a radius.
  ///
  /// @param radiusM 1 to 2,000 metres
  record OfPlace(Position centre, int radiusM) implements RedListSubject {
    public static final int MOST_METRES = 2_000;

    public OfPlace {
      if (radiusM < 1 || radiusM > MOST_METRES) {
        throw new IllegalArgumentException("a radius has 1 to 2000 metres");
      }
    }

    public boolean holds(Position position) {
      return centre.distanceKm(position) * 1000 <= radiusM;
    }

    @Override
    public Kind kind() {
      return Kind.PLACE;
    }
  }

  record OfAddress(Address address) implements RedListSubject {
    @Override
    public Kind kind() {
      return Kind.ADDRESS;
    }
  }
}
