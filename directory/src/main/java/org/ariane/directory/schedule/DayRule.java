package org.ariane.directory.schedule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One rule of an `opening_hours` text.
///
/// @param dated names days; a rule without is for every day
/// @param says what holds within its spans
/// @param join how it stands to the rules before it
/// @param holidaysOnly is about public holidays and nothing else
/// @param words the rule in plain English, to stand behind "Open "
record DayRule(
    DaySelector days,
    boolean dated,
    List<MinuteSpan> spans,
    OpenState says,
    Join join,
    boolean holidaysOnly,
    Optional<String> comment,
    String words) {
  enum Join {
    /// `;`: takes the place of what earlier rules said of the same day, unless it closes.
    OVERRIDES,
    /// `,`: leaves standing what earlier rules said of the day.
    ADDS,
    /// `||`: counts where the rules before it leave closed.
    FALLS_BACK
  }

  DayRule {
    spans = List.copyOf(spans);
  }

  boolean holds(int minuteOfDay) {
    for (MinuteSpan span : spans) {
      if (span.holds(minuteOfDay)) {
        return true;
      }
    }
    return false;
  }

  boolean runsOver(int minuteOfDay) {
    return holds(minuteOfDay + MinuteSpan.DAY);
  }

  /// Whether its selector is known for what the plan of that day needs.
  boolean known(LocalDate date) {
    return days.known(date) && days.known(date.minusDays(1));
  }

  /// The first day after `date` whose plan may differ by this rule.
  LocalDate sameUntil(LocalDate date) {
    LocalDate overnight = days.sameUntil(date.minusDays(1));
    LocalDate until = days.sameUntil(date);
    LocalDate shifted = overnight.equals(LocalDate.MAX) ? overnight : overnight.plusDays(1);
    return shifted.isBefore(until) ? shifted : until;
  }
}
