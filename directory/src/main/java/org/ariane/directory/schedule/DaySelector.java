package org.ariane.directory.schedule;

import java.time.LocalDate;
import java.util.List;

/// On which days a rule is about.
@FunctionalInterface
interface DaySelector {
  DaySelector EVERY_DAY = date -> true;

  boolean includes(LocalDate date);

  default DaySelector and(DaySelector other) {
    return date -> includes(date) && other.includes(date);
  }

  static DaySelector anyOf(List<DaySelector> selectors) {
    List<DaySelector> all = List.copyOf(selectors);
    return date -> all.stream().anyMatch(selector -> selector.includes(date));
  }
}
