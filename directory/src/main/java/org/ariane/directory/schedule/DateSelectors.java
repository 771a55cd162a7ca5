package org.ariane.directory.schedule;

import ch.poole.openinghoursparser.DateRange;
import ch.poole.openinghoursparser.DateWithOffset;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Months and dates: `Jul-Aug`, `Dec 24-Jan 2`, `2026 Dec 24-26`, `Mar Su[-1]-Oct Su[-1]`, `easter
/// -2 days`. A range whose end comes before its start runs over new year.
final class DateSelectors {
  private static final List<ch.poole.openinghoursparser.Month> YEAR =
      List.of(ch.poole.openinghoursparser.Month.values());

  private DateSelectors() {}

  static DaySelector of(List<DateRange> dates) throws NotUnderstood {
    List<DaySelector> selectors = new ArrayList<>();
    for (DateRange range : dates) {
      selectors.add(of(range));
    }
    return DaySelector.anyOf(selectors);
  }

  /// `Jul Mo[1]`, of which nobody can tell whether days that follow narrow or widen it.
  static boolean nthWeekday(@Nullable List<DateRange> dates) {
    return OsmHoursReader.listed(dates).stream()
        .anyMatch(each -> each.getEndDate() == null && each.getStartDate().getNthWeekDay() != null);
  }

  private static DaySelector of(DateRange range) throws NotUnderstood {
    DateWithOffset start = range.getStartDate();
    DateWithOffset named = range.getEndDate();
    boolean single = named == null;
    DateWithOffset end = named == null ? start : named;
    if (range.getInterval() != 0) {
      throw new NotUnderstood("every n-th day");
    }
    if (start.undefinedYear() && !end.undefinedYear()) {
      throw new NotUnderstood("a date without its month or year");
    }
    YearlyDate first = start(start, single);
    YearlyDate last = end(end, start, single);
    return start.undefinedYear()
        ? new EveryYear(first, last)
        : once(first, start.getYear(), last, end);
  }

  private static DaySelector once(YearlyDate first, int year, YearlyDate last, DateWithOffset end)
      throws NotUnderstood {
    Optional<LocalDate> from = first.in(year);
    Optional<LocalDate> to = last.in(end.undefinedYear() ? year : end.getYear());
    if (from.isPresent()
        && to.isPresent()
        && to.get().isBefore(from.get())
        && end.undefinedYear()) {
      to = last.in(year + 1);
    }
    if (from.isEmpty() || to.isEmpty()) {
      throw new NotUnderstood("a day that its month does not have");
    }
    if (to.get().isBefore(from.get())) {
      throw new NotUnderstood("dates that end before they begin");
    }
    return new Once(from.get(), to.get());
  }

  private static YearlyDate start(DateWithOffset date, boolean single) throws NotUnderstood {
    YearlyDate day =
        date.getVarDate() == null && date.undefinedDay() && date.getNthWeekDay() == null
            ? new YearlyDate.MonthDay(month(date, date), 1)
            : day(date, date);
    boolean leapDay = day.equals(new YearlyDate.MonthDay(Month.FEBRUARY, 29));
    return shifted(
        leapDay && !single
            ? new YearlyDate.Shifted(new YearlyDate.MonthDay(Month.FEBRUARY, 28), 1)
            : day,
        date);
  }

  private static YearlyDate end(DateWithOffset date, DateWithOffset start, boolean single)
      throws NotUnderstood {
    YearlyDate day =
        date.getVarDate() == null && date.undefinedDay() && date.getNthWeekDay() == null
            ? new YearlyDate.MonthEnd(month(date, start))
            : day(date, start);
    boolean leapDay = day.equals(new YearlyDate.MonthDay(Month.FEBRUARY, 29));
    return shifted(leapDay && !single ? new YearlyDate.MonthEnd(Month.FEBRUARY) : day, date);
  }

  private static YearlyDate shifted(YearlyDate day, DateWithOffset date) throws NotUnderstood {
    if (date.isOpenEnded() || date.getWeekDayOffset() != null) {
      throw new NotUnderstood("open-ended dates and weekdays counted from a date");
    }
    return date.getDayOffset() == 0 ? day : new YearlyDate.Shifted(day, date.getDayOffset());
  }

  private static YearlyDate day(DateWithOffset date, DateWithOffset start) throws NotUnderstood {
    if (date.getVarDate() != null) {
      return new YearlyDate.Easter();
    }
    Month month = month(date, start);
    if (date.getNthWeekDay() != null) {
      return new YearlyDate.NthWeekday(
          month, WeekdaySelectors.day(date.getNthWeekDay()), date.getNth());
    }
    if (date.getDay() < 1 || date.getDay() > month.maxLength()) {
      throw new NotUnderstood("a day that its month does not have");
    }
    return new YearlyDate.MonthDay(month, date.getDay());
  }

  /// `Dec 24-26` names the month once.
  private static Month month(DateWithOffset date, DateWithOffset start) throws NotUnderstood {
    ch.poole.openinghoursparser.Month named =
        date.getMonth() == null ? start.getMonth() : date.getMonth();
    if (named == null) {
      throw new NotUnderstood("a date without its month or year");
    }
    return Month.of(YEAR.indexOf(named) + 1);
  }

  /// Both days included.
  record Once(LocalDate first, LocalDate last) implements DaySelector {
    @Override
    public boolean includes(LocalDate date, boolean assumed) {
      return !date.isBefore(first) && !date.isAfter(last);
    }

    @Override
    public LocalDate sameUntil(LocalDate date) {
      return date.isBefore(first) ? first : date.isAfter(last) ? LocalDate.MAX : last.plusDays(1);
    }
  }

  /// Both days included; in a year without one of them, not at all.
  record EveryYear(YearlyDate first, YearlyDate last) implements DaySelector {
    /// Of a range that begins in that year. Counted days may carry either end into the next.
    private Optional<Once> in(int year) {
      return first
          .in(year)
          .flatMap(from ->
              last.in(year)
                  .filter(to -> !to.isBefore(from))
                  .or(() -> last.in(year + 1))
                  .filter(to -> !to.isBefore(from))
                  .map(to -> new Once(from, to)));
    }

    @Override
    public boolean includes(LocalDate date, boolean assumed) {
      for (int year = date.getYear() - 1; year <= date.getYear() + 1; year++) {
        if (in(year).filter(range -> range.includes(date, assumed)).isPresent()) {
          return true;
        }
      }
      return false;
    }

    @Override
    public LocalDate sameUntil(LocalDate date) {
      LocalDate until = LocalDate.of(date.getYear() + 1, 1, 1);
      for (int year = date.getYear() - 1; year <= date.getYear() + 1; year++) {
        LocalDate change = in(year).map(range -> range.sameUntil(date)).orElse(LocalDate.MAX);
        until = change.isBefore(until) ? change : until;
      }
      return until;
    }
  }
}
