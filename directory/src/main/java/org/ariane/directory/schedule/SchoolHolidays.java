package org.ariane.directory.schedule;

import java.time.LocalDate;

/// The school holidays of one area, as published: unlike public holidays they follow no rule, so
/// beyond what is published nobody knows them. Safe from any thread.
public interface SchoolHolidays {
  /// Whether anything is published about that day.
  boolean known(LocalDate date);

  /// Of a known day; false of any other.
  boolean includes(LocalDate date);

  /// The first day after `date` on which either answer may be another; never too late.
  default LocalDate sameUntil(LocalDate date) {
    return date.plusDays(1);
  }
}
