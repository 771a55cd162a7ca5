package org.ariane.directory.schedule;

import ch.poole.openinghoursparser.DateRange;
import ch.poole.openinghoursparser.DateWithOffset;
import ch.poole.openinghoursparser.YearRange;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Years, months and dates: `2027`, `Jul-Aug`, `Dec 24-Jan 2`, `2026 Dec 24-26`.
final class MonthSelectors {
  private static final List<ch.poole.openinghoursparser.Month> YEAR =
      List.of(ch.poole.openinghoursparser.Month.values());

  private MonthSelectors() {}

  static DaySelector of(@Nullable List<YearRange> years, @Nullable List<DateRange> dates)
      throws NotUnderstood {
    return years(years).and(dates(dates));
  }

  private static DaySelector years(@Nullable List<YearRange> years) throws NotUnderstood {
    if (years == null || years.isEmpty()) {
      return DaySelector.EVERY_DAY;
    }
    List<DaySelector> selectors = new ArrayList<>();
    for (YearRange range : years) {
      if (range.getInterval() != YearRange.UNDEFINED_YEAR && range.getInterval() != 0) {
        throw new NotUnderstood("every n-th year");
      }
      int first = range.getStartYear();
      int end = range.getEndYear() == YearRange.UNDEFINED_YEAR ? first : range.getEndYear();
      int last = range.isOpenEnded() ? Integer.MAX_VALUE : end;
      selectors.add(date -> date.getYear() >= first && date.getYear() <= last);
    }
    return DaySelector.anyOf(selectors);
  }

  private static DaySelector dates(@Nullable List<DateRange> dates) throws NotUnderstood {
    if (dates == null || dates.isEmpty()) {
      return DaySelector.EVERY_DAY;
    }
    List<DaySelector> selectors = new ArrayList<>();
    for (DateRange range : dates) {
      selectors.add(dates(range));
    }
    return DaySelector.anyOf(selectors);
  }

  private static DaySelector dates(DateRange range) throws NotUnderstood {
    DateWithOffset start = plain(range.getStartDate());
    DateWithOffset end = range.getEndDate() == null ? start : plain(range.getEndDate());
    if (range.getInterval() != 0) {
      throw new NotUnderstood("every n-th day");
    }
    if (start.getMonth() == null || (start.undefinedYear() && !end.undefinedYear())) {
      throw new NotUnderstood("a date without its month or year");
    }
    Month month = month(start.getMonth());
    Month endMonth = end.getMonth() == null ? month : month(end.getMonth());
    checkDay(month, start);
    checkDay(endMonth, end);
    int from = dayOfYear(month, start.undefinedDay() ? 1 : start.getDay());
    int to = dayOfYear(endMonth, end.undefinedDay() ? endMonth.maxLength() : end.getDay());
    if (start.undefinedYear()) {
      return date -> within(dayOfYear(date.getMonth(), date.getDayOfMonth()), from, to);
    }
    int year = start.getYear();
    int endYear = end.undefinedYear() ? (to < from ? year + 1 : year) : end.getYear();
    long first = year * 10_000L + from;
    long last = endYear * 10_000L + to;
    if (last < first) {
      throw new NotUnderstood("dates that end before they begin");
    }
    return date -> ordinal(date) >= first && ordinal(date) <= last;
  }

  private static DateWithOffset plain(DateWithOffset date) throws NotUnderstood {
    if (date.getVarDate() != null) {
      throw new NotUnderstood("Easter");
    }
    if (date.isOpenEnded() || date.getDayOffset() != 0 || date.getWeekDayOffset() != null) {
      throw new NotUnderstood("open-ended dates and days counted from a date");
    }
    if (date.getNthWeekDay() != null) {
      throw new NotUnderstood("dates by the n-th weekday");
    }
    return date;
  }

  private static Month month(ch.poole.openinghoursparser.Month month) {
    return Month.of(YEAR.indexOf(month) + 1);
  }

  private static boolean within(int day, int from, int to) {
    return from <= to ? day >= from && day <= to : day >= from || day <= to;
  }

  private static long ordinal(LocalDate date) {
    return date.getYear() * 10_000L + dayOfYear(date.getMonth(), date.getDayOfMonth());
  }

  /// Ordered as in a year, without being counted: 100 times the month plus the day.
  private static int dayOfYear(Month month, int day) {
    return month.getValue() * 100 + day;
  }

  private static void checkDay(Month month, DateWithOffset date) throws NotUnderstood {
    if (!date.undefinedDay() && (date.getDay() < 1 || date.getDay() > month.maxLength())) {
      throw new NotUnderstood("a day that its month does not have");
    }
  }
}
