package org.ariane.directory.schedule;

import java.time.MonthDay;
import java.util.Map;
import java.util.Optional;

/// Public holidays of France overseas on top of the national ones: the day that commemorates the
/// abolition of slavery (code du travail, art. L3422-2). Keyed by department or collectivity.
final class OverseasHolidays {
  private static final Map<String, MonthDay> ABOLITION =
      Map.of(
          "971", MonthDay.of(5, 27), // Guadeloupe
          "972", MonthDay.of(5, 22), // Martinique
          "973", MonthDay.of(6, 10), // Guyane
          "974", MonthDay.of(12, 20), // La Réunion
          "976", MonthDay.of(4, 27), // Mayotte
          "977", MonthDay.of(10, 9), // Saint-Barthélemy
          "978", MonthDay.of(5, 28)); // Saint-Martin

  private OverseasHolidays() {}

  /// Empty for a part of France that keeps no such day, and for what is no part of it.
  static Optional<MonthDay> of(String department) {
    return Optional.ofNullable(ABOLITION.get(department));
  }
}
