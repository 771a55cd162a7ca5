package org.ariane.directory.schedule;

import ch.poole.openinghoursparser.YearRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Years: `2027`, `2026-2030/2`, `2027+`.
final class YearSelectors {
  private static final int LAST = 9_999;

  private YearSelectors() {}

  static DaySelector of(List<YearRange> ranges) throws NotUnderstood {
    List<DaySelector> selectors = new ArrayList<>();
    for (YearRange range : ranges) {
      int first = range.getStartYear();
      int end = range.getEndYear() == YearRange.UNDEFINED_YEAR ? first : range.getEndYear();
      int last = range.isOpenEnded() ? LAST : end;
      if (last < first) {
        throw new NotUnderstood("years that end before they begin");
      }
      int every = range.getInterval() == YearRange.UNDEFINED_YEAR ? 1 : range.getInterval();
      selectors.add(new Years(first, last, Math.max(1, every)));
    }
    return DaySelector.anyOf(selectors);
  }

  record Years(int first, int last, int every) implements DaySelector {
    @Override
    public boolean includes(LocalDate date, boolean assumed) {
      int year = date.getYear();
      return year >= first && year <= last && (year - first) % every == 0;
    }

    @Override
    public LocalDate sameUntil(LocalDate date) {
      int year = date.getYear();
      if (year > last) {
        return LocalDate.MAX;
      }
      int next = year < first ? first : every == 1 ? last + 1 : year + 1;
      return LocalDate.of(next, 1, 1);
    }
  }
}
