package org.ariane.directory.schedule;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.place.Country;

final class HolidayFixtures {
  static final PublicHolidays FRANCE =
      PublicHolidays.of(Country.FR, Optional.empty()).orElseThrow();
  static final PublicHolidays BELGIUM =
      PublicHolidays.of(Country.BE, Optional.empty()).orElseThrow();

  /// Zone B.
  static final Holidays LILLE =
      new Holidays(
          FRANCE,
          Optional.of(
              new SchoolCalendar(
                  List.of(
                      year(
                          "2025-09-01/2026-08-31",
                          "2025-10-18/2025-11-02 2025-12-20/2026-01-04 2026-02-14/2026-03-01"
                              + " 2026-04-11/2026-04-26 2026-05-14/2026-05-17 2026-07-04/2026-08-31"),
                      year(
                          "2026-09-01/2027-07-03",
                          "2026-10-17/2026-11-01 2026-12-19/2027-01-03 2027-02-20/2027-03-07"
                              + " 2027-04-17/2027-05-02 2027-05-06/2027-05-09 2027-07-03/2027-07-03")),
                  "for tests")));

  private HolidayFixtures() {}

  private static SchoolCalendar.SchoolYear year(String span, String holidays) {
    SchoolCalendar.Days days = days(span);
    return new SchoolCalendar.SchoolYear(
        days.first(),
        days.last(),
        Arrays.stream(holidays.split(" ", -1)).map(HolidayFixtures::days).toList());
  }

  private static SchoolCalendar.Days days(String text) {
    String[] ends = text.split("/", -1);
    return new SchoolCalendar.Days(LocalDate.parse(ends[0]), LocalDate.parse(ends[1]));
  }

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
