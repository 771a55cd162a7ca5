package org.ariane.directory.schedule;

import java.time.LocalDate;
import java.util.List;

/// One rule of an `opening_hours` text.
///
/// @param dated names days; a rule without is for every day
/// @param opens false for `off` and `closed`
/// @param adds joined by `,` or `||`, so that it leaves standing what earlier rules said of the day
/// @param holidaysOnly is about public holidays and nothing else
/// @param words the rule in plain English, to stand behind "Open "
record DayRule(
    DaySelector days,
    boolean dated,
    List<MinuteSpan> spans,
    boolean opens,
    boolean adds,
    boolean holidaysOnly,
    String words) {
  DayRule {
    spans = List.copyOf(spans);
  }

  boolean appliesTo(LocalDate date) {
    return days.includes(date);
  }

  boolean holds(double minuteOfDay) {
    return spans.stream().anyMatch(span -> span.holds(minuteOfDay));
  }

  boolean runsOver(LocalDate date, double minuteOfDay) {
    return spans.stream().anyMatch(span -> span.holdsNextDay(minuteOfDay))
        && appliesTo(date.minusDays(1));
  }
}
