package org.ariane.directory.yaml;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.Country;
import org.ariane.directory.place.Position;
import org.ariane.directory.schedule.Closure;
import org.ariane.directory.schedule.Holidays;
import org.ariane.directory.schedule.HoursReading;
import org.ariane.directory.schedule.OpeningHours;
import org.ariane.directory.schedule.PublicHolidays;

/// How single values are written: numbers to dial, hours, days, durations, positions.
final class Values {
  private static final Pattern DURATION = Pattern.compile("([1-9][0-9]{0,4}) ?(s|min)");
  private static final Pattern NEED =
      Pattern.compile("urn:service:[a-z0-9-]{1,64}(\\.[a-z0-9-]{1,64}){0,5}");

  private static final Map<Country, ZoneId> TIME_ZONES =
      Map.of(Country.FR, ZoneId.of("Europe/Paris"), Country.BE, ZoneId.of("Europe/Brussels"));

  private Values() {}

  static Optional<Country> country(Value value) {
    return value.as(Country::new);
  }

  static Optional<PhoneNumber> phone(Value value, Country country) {
    return value.as(text ->
        PhoneNumber.parse(text, country.code())
            .orElseThrow(() -> new IllegalArgumentException("not a number that can be dialled")));
  }

  static Optional<OpeningHours> hours(Value value, PublicHolidays holidays) {
    return hours(value, Holidays.of(holidays));
  }

  static Optional<OpeningHours> hours(Value value, Holidays holidays) {
    return hours(value, List.of(), holidays);
  }

  static Optional<OpeningHours> hours(Value value, List<Closure> closures, Holidays holidays) {
    return value.as(text ->
        switch (HoursReading.of(text, closures, holidays)) {
          case HoursReading.Understood(OpeningHours hours) -> hours;
          case HoursReading.Refused(String reason) -> throw new IllegalArgumentException(reason);
        });
  }

  static Optional<LocalDate> day(Value value) {
    return value.as(text -> {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeException e) {
        throw new IllegalArgumentException("a day is written as 2026-11-01", e);
      }
    });
  }

  /// The clock that a country goes by, where it is one.
  static Optional<ZoneId> usualTimeZone(Country country) {
    return Optional.ofNullable(TIME_ZONES.get(country));
  }

  static Optional<ZoneId> timeZone(Value value) {
    return value.as(text -> {
      if (!ZoneId.getAvailableZoneIds().contains(text)) {
        throw new IllegalArgumentException("a time zone is written as Europe/Paris");
      }
      return ZoneId.of(text);
    });
  }

  static Optional<Duration> duration(Value value) {
    return value.as(text -> {
      Matcher matcher = DURATION.matcher(text);
      if (!matcher.matches()) {
        throw new IllegalArgumentException("a duration is written as 60 s or 2 min");
      }
      long amount = Long.parseLong(matcher.group(1));
      return matcher.group(2).equals("s") ? Duration.ofSeconds(amount) : Duration.ofMinutes(amount);
    });
  }

  static Optional<String> need(Value value) {
    return value.as(text -> {
      if (!NEED.matcher(text).matches()) {
        throw new IllegalArgumentException("a need is written as urn:service:counseling");
      }
      return text;
    });
  }

  static Optional<String> webAddress(Value value) {
    return value.as(text -> {
      URI uri = URI.create(text);
      if (!"https".equals(uri.getScheme()) || uri.getHost() == null) {
        throw new IllegalArgumentException("a web address begins with https://");
      }
      return text;
    });
  }

  static Optional<Position> position(Value value, Country country) {
    return value
        .fields("lat", "lon")
        .flatMap(fields -> {
          Optional<Double> lat = fields.required("lat").flatMap(Value::asNumber);
          Optional<Double> lon = fields.required("lon").flatMap(Value::asNumber);
          if (lat.isEmpty() || lon.isEmpty()) {
            return Optional.empty();
          }
          Optional<String> wrong = Plausible.problem(country, lon.get(), lat.get());
          wrong.ifPresent(value::refuse);
          return wrong.isPresent()
              ? Optional.empty()
              : Optional.of(new Position(lat.get(), lon.get()));
        });
  }
}
