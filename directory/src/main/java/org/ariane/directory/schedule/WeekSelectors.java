package org.ariane.directory.schedule;

import ch.poole.openinghoursparser.WeekRange;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/// Weeks by number (ISO 8601): `week 1-10`, `week 2-53/2`, `week 51-2` over new year.
final class WeekSelectors {
  private WeekSelectors() {}

  static DaySelector of(List<WeekRange> ranges) throws NotUnderstood {
    List<DaySelector> selectors = new ArrayList<>();
    for (WeekRange range : ranges) {
      int end =
          range.getEndWeek() == WeekRange.UNDEFINED_WEEK
              ? range.getStartWeek()
              : range.getEndWeek();
      if (range.getStartWeek() < 1 || end < 1 || range.getStartWeek() > 53 || end > 53) {
        throw new NotUnderstood("a week number that no year has");
      }
      if (end < range.getStartWeek() && range.getInterval() > 1) {
        throw new NotUnderstood("every n-th week over new year");
      }
      selectors.add(new Weeks(range.getStartWeek(), end, Math.max(1, range.getInterval())));
    }
    return DaySelector.anyOf(selectors);
  }

  record Weeks(int first, int last, int every) implements DaySelector {
    @Override
    public boolean includes(LocalDate date, boolean assumed) {
      int week = date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
      return first <= last
          ? week >= first && week <= last && (week - first) % every == 0
          : week >= first || week <= last;
    }

    @Override
    public LocalDate sameUntil(LocalDate date) {
      return date.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }
  }
}
