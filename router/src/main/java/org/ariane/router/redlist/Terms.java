package org.ariane.router.redlist;

import java.util.ArrayList;
import java.util.List;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.Position;
import org.ariane.router.alarm.Address;
import org.ariane.router.redlist.RedListSubject.OfAddress;
import org.ariane.router.redlist.RedListSubject.OfPhone;
import org.ariane.router.redlist.RedListSubject.OfPlace;

/// The terms under which entries are filed and alarms are looked up: numbers, cells of a grid of
/// 0.002 degrees (about 200 m), and commune-street-number keys of addresses. A term in common only
/// says "perhaps"; [RedListSubject#fits] decides.
public final class Terms {
  private static final double CELL = 0.002;
  private static final double METRES_PER_DEGREE = 111_195;

  /// Degrees are narrower at one end of a circle than at the other.
  private static final double MARGIN = 1.002;

  private Terms() {}

  /// All terms of an entry; a place has one for each cell that its radius touches. An address that
  /// cannot be normalised has none and can't be filed.
  public static List<String> of(RedListSubject subject) {
    return switch (subject) {
      case OfPhone(PhoneNumber phone) -> List.of(phone(phone));
      case OfPlace(Position centre, int radiusM) -> cells(centre, radiusM);
      case OfAddress(Address address) ->
          AddressKey.of(address).map(AddressKey::terms).orElse(List.of());
    };
  }

  /// The terms that an alarm is looked up by.
  public static List<String> of(RedListQuery query) {
    List<String> terms = new ArrayList<>();
    query.phone().ifPresent(phone -> terms.add(phone(phone)));
    query.position().ifPresent(position -> terms.addAll(cells(position, query.accuracyM())));
    query.address().flatMap(AddressKey::of).ifPresent(key -> terms.addAll(key.terms()));
    return terms;
  }

  private static String phone(PhoneNumber phone) {
    return "phone:" + phone.dialled();
  }

  private static List<String> cells(Position centre, double radiusM) {
    double dLat = radiusM * MARGIN / METRES_PER_DEGREE;
    double narrowing = Math.max(0.01, Math.cos(Math.toRadians(centre.lat())));
    double dLon = dLat / narrowing;
    List<String> cells = new ArrayList<>();
    long south = index(centre.lat() - dLat);
    long north = index(centre.lat() + dLat);
    long west = index(centre.lon() - dLon);
    long east = index(centre.lon() + dLon);
    for (long row = south; row <= north; row++) {
      for (long column = west; column <= east; column++) {
        cells.add("cell:" + row + ":" + column);
      }
    }
    return cells;
  }

  private static long index(double degrees) {
    return (long) Math.floor(degrees / CELL);
  }
}
