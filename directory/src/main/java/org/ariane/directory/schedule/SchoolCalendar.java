package org.ariane.directory.schedule;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/// School holidays as an authority publishes them, school year by school year.
///
/// @param years in order, none over another; of days outside them nothing is known
/// @param source where they are published, for whoever checks
public record SchoolCalendar(List<SchoolYear> years, String source) implements SchoolHolidays {
  public SchoolCalendar {
    years = years.stream().sorted(Comparator.comparing(SchoolYear::first)).toList();
    for (int at = 1; at < years.size(); at++) {
      if (!years.get(at).first().isAfter(years.get(at - 1).last())) {
        throw new IllegalArgumentException("school years lie over each other");
      }
    }
  }

  /// Days of which all holidays are published.
  public record SchoolYear(LocalDate first, LocalDate last, List<Days> holidays) {
    public SchoolYear {
      if (last.isBefore(first)) {
        throw new IllegalArgumentException("a school year ends before it begins");
      }
      holidays = holidays.stream().sorted(Comparator.comparing(Days::first)).toList();
      LocalDate before = first.minusDays(1);
      for (Days days : holidays) {
        if (!days.first().isAfter(before) || days.last().isAfter(last)) {
          throw new IllegalArgumentException(
              "holidays lie over each other or outside their school year");
        }
        before = days.last();
      }
    }
  }

  /// From the first to the last day without school, both included.
  public record Days(LocalDate first, LocalDate last) {
    public Days {
      if (last.isBefore(first)) {
        throw new IllegalArgumentException("holidays end before they begin");
      }
    }

    boolean include(LocalDate date) {
      return !date.isBefore(first) && !date.isAfter(last);
    }
  }

  @Override
  public boolean known(LocalDate date) {
    return years.stream().anyMatch(year -> within(year, date));
  }

  @Override
  public boolean includes(LocalDate date) {
    return years.stream()
        .filter(year -> within(year, date))
        .flatMap(year -> year.holidays().stream())
        .anyMatch(days -> days.include(date));
  }

  @Override
  public LocalDate sameUntil(LocalDate date) {
    LocalDate until = LocalDate.MAX;
    for (SchoolYear year : years) {
      until = earlier(until, year.first(), date);
      until = earlier(until, year.last().plusDays(1), date);
      for (Days days : year.holidays()) {
        until = earlier(until, days.first(), date);
        until = earlier(until, days.last().plusDays(1), date);
      }
    }
    return until;
  }

  private static LocalDate earlier(LocalDate best, LocalDate change, LocalDate date) {
    return change.isAfter(date) && change.isBefore(best) ? change : best;
  }

  private static boolean within(SchoolYear year, LocalDate date) {
    return !date.isBefore(year.first()) && !date.isAfter(year.last());
  }
}
