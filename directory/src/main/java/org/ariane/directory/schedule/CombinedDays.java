package org.ariane.directory.schedule;

import java.time.LocalDate;
import java.util.List;

/// Several selectors as one. A part that is known to give the decisive answer is enough: it settles
/// the whole for as long as it lasts.
///
/// @param decisive true for "one of them", false for "all of them"
record CombinedDays(List<DaySelector> parts, boolean decisive) implements DaySelector {
  CombinedDays {
    parts = List.copyOf(parts);
  }

  @Override
  public boolean includes(LocalDate date, boolean assumed) {
    for (DaySelector part : parts) {
      if (part.includes(date, assumed) == decisive) {
        return decisive;
      }
    }
    return !decisive;
  }

  @Override
  public boolean known(LocalDate date) {
    boolean allKnown = true;
    for (DaySelector part : parts) {
      boolean known = part.known(date);
      if (known && part.includes(date, decisive) == decisive) {
        return true;
      }
      allKnown &= known;
    }
    return allKnown;
  }

  @Override
  public LocalDate sameUntil(LocalDate date) {
    LocalDate decided = date;
    LocalDate earliest = LocalDate.MAX;
    for (DaySelector part : parts) {
      LocalDate until = part.sameUntil(date);
      if (part.known(date) && part.includes(date, decisive) == decisive) {
        decided = until.isAfter(decided) ? until : decided;
      }
      earliest = until.isBefore(earliest) ? until : earliest;
    }
    return decided.isAfter(date) ? decided : earliest;
  }
}
