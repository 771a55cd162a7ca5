package org.ariane.directory.schedule;

import java.time.LocalDate;
import java.util.Optional;
import org.ariane.directory.place.Country;

/// The public holidays of one country, or of one part of it. Safe from any thread.
@FunctionalInterface
public interface PublicHolidays {
  /// For hours that must not depend on holidays.
  PublicHolidays NONE = date -> false;

  boolean includes(LocalDate date);

  /// The first day after `date` on which the answer may be another; never too late.
  default LocalDate sameUntil(LocalDate date) {
    return date.plusDays(1);
  }

  /// The calendar of a country; with a subdivision also what is kept there alone, as `57`, `67` and
  /// `68` for Alsace-Moselle. Empty where either is unknown: an unknown part would otherwise be
  /// answered as if it kept no holidays of its own.
  static Optional<PublicHolidays> of(Country country, Optional<String> subdivision) {
    return HolidayCalendarOfCountry.of(country, subdivision);
  }
}
