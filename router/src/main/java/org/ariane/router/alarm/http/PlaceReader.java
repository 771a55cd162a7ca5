package org.ariane.router.alarm.http;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ariane.directory.place.Country;
import org.ariane.directory.place.Position;
import org.ariane.directory.place.Postcode;
import org.ariane.router.alarm.Address;
import org.ariane.router.alarm.Fix;

/// Reads `position` and `address` of a body.
final class PlaceReader {
  private static final long PLAUSIBLE_DAYS = 366;
  private static final int MOST_METRES = 1_000_000;

  private PlaceReader() {}

  static Optional<Fix> fix(Fields body, List<String> degraded, Instant now) {
    Optional<Object> value = body.value("position");
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (!(value.get() instanceof Map<?, ?> map)) {
      return body.bad("position");
    }
    Fields position = new Fields(map, "/position", degraded);
    Optional<Double> lat = coordinate(position, "lat", 90);
    Optional<Double> lon = coordinate(position, "lon", 180);
    Optional<Double> accuracy = position.number("accuracyM", 0, MOST_METRES);
    Optional<String> method = position.text("method", 32);
    Optional<Instant> at = position.time("at", now, PLAUSIBLE_DAYS);
    if (lat.isEmpty() || lon.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Fix(
            new Position(lat.get(), lon.get()),
            accuracy.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
            method,
            at));
  }

  static Optional<Address> address(Fields body, List<String> degraded) {
    Optional<Object> value = body.value("address");
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.get() instanceof String) {
      Optional<String> text = body.text("address", 500);
      if (!degraded.contains("/address")) {
        degraded.add("/address");
      }
      return text.map(told ->
          new Address(Optional.of(told), Optional.empty(), Optional.empty(), Optional.empty()));
    }
    if (!(value.get() instanceof Map<?, ?> map)) {
      return body.bad("address");
    }
    Fields address = new Fields(map, "/address", degraded);
    Optional<String> text = address.text("text", 500);
    Optional<String> postcode = postcode(address);
    Optional<String> city = address.text("city", 100);
    Optional<String> country = country(address);
    boolean empty = text.isEmpty() && postcode.isEmpty() && city.isEmpty() && country.isEmpty();
    return empty ? Optional.empty() : Optional.of(new Address(text, postcode, city, country));
  }

  private static Optional<Double> coordinate(Fields position, String name, double most) {
    return position.has(name) ? position.number(name, -most, most) : position.bad(name);
  }

  /// One that was sent as a number is used: leading zeros may be gone, so it is named.
  private static Optional<String> postcode(Fields address) {
    if (address.value("postcode").orElse("") instanceof Double number) {
      Optional<String> digits =
          number >= 0 && number < 100_000 && number == Math.rint(number)
              ? Optional.of(Integer.toString(number.intValue()))
              : Optional.empty();
      return address.<String>bad("postcode").or(() -> digits);
    }
    return address
        .text("postcode", 16)
        .filter(told -> Postcode.parse(told).isPresent() || address.bad("postcode").isPresent());
  }

  private static Optional<String> country(Fields address) {
    return address
        .text("country", 32)
        .map(told -> told.toUpperCase(Locale.ROOT))
        .filter(told -> isCountry(told) || address.bad("country").isPresent());
  }

  private static boolean isCountry(String code) {
    try {
      return !new Country(code).code().isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
