package org.ariane.directory.schedule;

import java.util.Optional;
import org.ariane.directory.place.Country;

final class HolidayFixtures {
  static final PublicHolidays FRANCE =
      PublicHolidays.of(Country.FR, Optional.empty()).orElseThrow();
  static final PublicHolidays BELGIUM =
      PublicHolidays.of(Country.BE, Optional.empty()).orElseThrow();

  private HolidayFixtures() {}

  static OpeningHours hours(String text, PublicHolidays holidays) {
    return switch (HoursReading.of(text, holidays)) {
      case HoursReading.Understood(OpeningHours hours) -> hours;
      case HoursReading.Refused(String reason) -> throw new AssertionError(text + ": " + reason);
    };
  }

  static OpeningHours hours(String text) {
    return hours(text, FRANCE);
  }
}
