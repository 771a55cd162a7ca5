package org.ariane.directory.schedule;

import ch.poole.openinghoursparser.Holiday;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// `PH`, `SH` and days counted from public holidays, alone or with weekdays: `PH,Mo-Fr` is either,
/// `PH Mo-Fr` is both.
final class HolidaySelectors {
  private HolidaySelectors() {}

  static DaySelector with(List<DaySelector> weekdays, List<Holiday> named, Holidays holidays)
      throws NotUnderstood {
    List<DaySelector> either = new ArrayList<>(weekdays);
    List<DaySelector> both = new ArrayList<>();
    for (Holiday holiday : named) {
      boolean narrows = !holiday.getUseAsWeekDay() && !weekdays.isEmpty();
      (narrows ? both : either).add(of(holiday, holidays));
    }
    return DaySelector.allOf(List.of(DaySelector.anyOf(both), DaySelector.anyOf(either)));
  }

  private static DaySelector of(Holiday holiday, Holidays holidays) throws NotUnderstood {
    if (holiday.getType() == Holiday.Type.PH) {
      DaySelector days = new PublicHolidayDays(holidays.publicHolidays());
      return holiday.getOffset() == 0 ? days : new ShiftedDays(days, holiday.getOffset());
    }
    if (holiday.getOffset() != 0) {
      throw new NotUnderstood("days counted from school holidays");
    }
    return new SchoolHolidayDays(
        holidays
            .school()
            .orElseThrow(() ->
                new NotUnderstood("SH, since nothing says whose school holidays count here")));
  }

  record PublicHolidayDays(PublicHolidays holidays) implements DaySelector {
    @Override
    public boolean includes(LocalDate date, boolean assumed) {
      return holidays.includes(date);
    }

    @Override
    public LocalDate sameUntil(LocalDate date) {
      return holidays.sameUntil(date);
    }
  }

  record SchoolHolidayDays(SchoolHolidays holidays) implements DaySelector {
    @Override
    public boolean includes(LocalDate date, boolean assumed) {
      return holidays.known(date) ? holidays.includes(date) : assumed;
    }

    @Override
    public boolean known(LocalDate date) {
      return holidays.known(date);
    }

    @Override
    public LocalDate sameUntil(LocalDate date) {
      return holidays.sameUntil(date);
    }
  }

  /// Days counted from others.
  ///
  /// @param by days after those of the selector; negative before
  record ShiftedDays(DaySelector days, int by) implements DaySelector {
    @Override
    public boolean includes(LocalDate date, boolean assumed) {
      return days.includes(date.minusDays(by), assumed);
    }

    @Override
    public boolean known(LocalDate date) {
      return days.known(date.minusDays(by));
    }

    @Override
    public LocalDate sameUntil(LocalDate date) {
      LocalDate until = days.sameUntil(date.minusDays(by));
      return until.equals(LocalDate.MAX) ? until : until.plusDays(by);
    }
  }
}
