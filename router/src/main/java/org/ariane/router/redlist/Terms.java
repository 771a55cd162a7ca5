package org.ariane.router.redlist;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.Position;
import org.ariane.router.alarm.Address;
import org.ariane.router.redlist.RedListSubject.OfAddress;
import org.ariane.router.redlist.RedListSubject.OfPhone;
import org.ariane.router.redlist.RedListSubject.OfPlace;

/// The terms under which entries are filed and alarms are looked up: numbers, cells of a grid of
/// 0.002 degrees (about 200 m), and commune-street-number keys of addresses.
public final class Terms {
  private static final double CELL = 0.002;
  private static final double METRES_PER_DEGREE = 111_195;
  private static final Pattern NUMBER = Pattern.compile("^(\\d+(?: ?(?:bis|ter|quater|[a-z]))?) ");
  private static final Pattern NUMBER_LAST =
      Pattern.compile(" (\\d+(?: ?(?:bis|ter|quater|[a-z]))?)$");

  private Terms() {}

  /// All terms of an entry; a place has one for each cell that its radius touches. An address that
  /// cannot be normalised has none and can't be filed.
  public static List<String> of(RedListSubject subject) {
    return switch (subject) {
      case OfPhone(PhoneNumber phone) -> List.of(phone(phone));
      case OfPlace(Position centre, int radiusM) -> cells(centre, radiusM);
      case OfAddress(Address address) -> address(address).map(List::of).orElse(List.of());
    };
  }

  /// The terms that an alarm is looked up by.
  public static List<String> of(RedListQuery query) {
    List<String> terms = new ArrayList<>();
    query.phone().ifPresent(phone -> terms.add(phone(phone)));
    query.position().ifPresent(position -> terms.add(cell(position.lat(), position.lon())));
    query.address().flatMap(Terms::address).ifPresent(terms::add);
    return terms;
  }

  private static String phone(PhoneNumber phone) {
    return "phone:" + phone.dialled();
  }

  private static List<String> cells(Position centre, int radiusM) {
    double dLat = radiusM / METRES_PER_DEGREE;
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

  private static String cell(double lat, double lon) {
    return "cell:" + index(lat) + ":" + index(lon);
  }

  private static long index(double degrees) {
    return (long) Math.floor(degrees / CELL);
  }

  /// Postcode, street and number without case, accents and punctuation; the number may come first
  /// (French) or last (Flemish). Empty without postcode or street.
  static Optional<String> address(Address address) {
    Optional<String> postcode = address.postcode().map(Terms::plain).filter(t -> !t.isEmpty());
    Optional<String> text = address.text().map(Terms::plain).filter(t -> !t.isEmpty());
    if (postcode.isEmpty() || text.isEmpty()) {
      return Optional.empty();
    }
    String street = text.get();
    String number = "";
    Matcher first = NUMBER.matcher(street);
    Matcher last = NUMBER_LAST.matcher(street);
    if (first.find()) {
      number = first.group(1);
      street = street.substring(first.end());
    } else if (last.find()) {
      number = last.group(1);
      street = street.substring(0, last.start());
    }
    return Optional.of(
        "address:" + postcode.get() + ":" + street.strip() + ":" + number.replace(" ", ""));
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }
}
