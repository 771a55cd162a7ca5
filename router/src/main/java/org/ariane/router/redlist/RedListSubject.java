package org.ariane.router.redlist;

import java.util.Optional;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.Position;
import org.ariane.router.alarm.Address;
import org.ariane.router.redlist.RedListMark.Kind;

/// What an entry is about.
public sealed interface RedListSubject {
  Kind kind();

  /// Whether what is known of an alarm fits it.
  boolean fits(RedListQuery query);

  record OfPhone(PhoneNumber phone) implements RedListSubject {
    @Override
    public boolean fits(RedListQuery query) {
      return query.phone().filter(phone::equals).isPresent();
    }

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

    /// Whether somebody within so many metres of a position may be within the radius.
    public boolean holds(Position position, double accuracyM) {
      return centre.distanceKm(position) * 1000 <= radiusM + accuracyM;
    }

    @Override
    public boolean fits(RedListQuery query) {
      return query.position().filter(at -> holds(at, query.accuracyM())).isPresent();
    }

    @Override
    public Kind kind() {
      return Kind.PLACE;
    }
  }

  record OfAddress(Address address) implements RedListSubject {
    @Override
    public boolean fits(RedListQuery query) {
      Optional<AddressKey> here = AddressKey.of(address);
      return query
          .address()
          .flatMap(AddressKey::of)
          .filter(there -> here.filter(there::same).isPresent())
          .isPresent();
    }

    @Override
    public Kind kind() {
      return Kind.ADDRESS;
    }
  }
}
