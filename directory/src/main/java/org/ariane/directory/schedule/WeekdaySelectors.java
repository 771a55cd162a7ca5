package org.ariane.directory.schedule;

import ch.poole.openinghoursparser.Nth;
import ch.poole.openinghoursparser.WeekDay;
import ch.poole.openinghoursparser.WeekDayRange;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Days of the week: `Mo`, `Fr-Mo`, `Tu[1]` (first of the month), `Tu[-1]` (last), `Su[1] -1 day`.
final class WeekdaySelectors {
  private static final List<WeekDay> WEEK = List.of(WeekDay.values());

  private WeekdaySelectors() {}

  /// One selector for each range.
  static List<DaySelector> of(List<WeekDayRange> ranges) throws NotUnderstood {
    List<DaySelector> selectors = new ArrayList<>();
    for (WeekDayRange range : ranges) {
      DaySelector days = of(range);
      selectors.add(
          range.getOffset() == 0
              ? days
              : new HolidaySelectors.ShiftedDays(days, range.getOffset()));
    }
    return selectors;
  }

  private static DaySelector.Daily of(WeekDayRange range) throws NotUnderstood {
    Set<DayOfWeek> days = days(range);
    List<Nth> nths = OsmHoursReader.listed(range.getNths());
    if (nths.isEmpty()) {
      return date -> days.contains(date.getDayOfWeek());
    }
    if (range.getEndDay() != null) {
      throw new NotUnderstood("the n-th of several weekdays");
    }
    for (Nth nth : nths) {
      if (nth.getEndNth() != Nth.INVALID_NTH && nth.getEndNth() < nth.getStartNth()) {
        throw new NotUnderstood("a range of weeks that ends before it begins");
      }
    }
    return date ->
        days.contains(date.getDayOfWeek()) && nths.stream().anyMatch(nth -> isNth(date, nth));
  }

  private static boolean isNth(LocalDate date, Nth nth) {
    int fromStart = (date.getDayOfMonth() - 1) / 7 + 1;
    int fromEnd = -((date.lengthOfMonth() - date.getDayOfMonth()) / 7 + 1);
    int last = nth.getEndNth() == Nth.INVALID_NTH ? nth.getStartNth() : nth.getEndNth();
    return between(fromStart, nth.getStartNth(), last) || between(fromEnd, nth.getStartNth(), last);
  }

  private static boolean between(int value, int first, int last) {
    return value >= first && value <= last;
  }

  /// In the order of the range.
  static Set<DayOfWeek> days(WeekDayRange range) {
    Set<DayOfWeek> days = new LinkedHashSet<>();
    DayOfWeek day = day(range.getStartDay());
    DayOfWeek last = range.getEndDay() == null ? day : day(range.getEndDay());
    days.add(day);
    while (day != last) {
      day = day.plus(1);
      days.add(day);
    }
    return days;
  }

  static DayOfWeek day(WeekDay day) {
    return DayOfWeek.of(WEEK.indexOf(day) + 1);
  }
}
