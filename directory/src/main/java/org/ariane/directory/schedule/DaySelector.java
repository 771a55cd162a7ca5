package org.ariane.directory.schedule;

import java.time.LocalDate;
import java.util.List;

/// On which days a rule is about.
interface DaySelector {
  /// Whether the rule is about that day.
  ///
  /// @param assumed the answer where it is not known, as for school holidays not yet published
  boolean includes(LocalDate date, boolean assumed);

  /// The first day after `date` on which the answer may be another; never too late. This is what
  /// lets whole seasons be passed over at one step.
  LocalDate sameUntil(LocalDate date);

  /// Whether the answer for that day is known.
  default boolean known(LocalDate date) {
    return true;
  }

  static DaySelector everyDay() {
    return new CombinedDays(List.of(), false);
  }

  static DaySelector allOf(List<DaySelector> selectors) {
    List<DaySelector> narrowing =
        selectors.stream().filter(each -> !each.equals(everyDay())).toList();
    return narrowing.size() == 1 ? narrowing.getFirst() : new CombinedDays(narrowing, false);
  }

  /// The selectors of one kind, of which one is enough; every day where there are none.
  static DaySelector anyOf(List<DaySelector> selectors) {
    return switch (selectors.size()) {
      case 0 -> everyDay();
      case 1 -> selectors.getFirst();
      default -> new CombinedDays(selectors, true);
    };
  }

  /// Days of a kind that changes from day to day.
  @FunctionalInterface
  interface Daily extends DaySelector {
    boolean includes(LocalDate date);

    @Override
    default boolean includes(LocalDate date, boolean assumed) {
      return includes(date);
    }

    @Override
    default LocalDate sameUntil(LocalDate date) {
      return date.plusDays(1);
    }
  }
}
