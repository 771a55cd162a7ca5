package org.ariane.directory.schedule;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/// Days on which a service is closed whatever its hours say, as "summer holidays".
///
/// @param from the first day, on the clock of the service
/// @param until the last day; at most a year after the first
/// @param reason shown to whoever finds it closed; at most 100 characters on one line, without
///   double quotes
public record Closure(LocalDate from, LocalDate until, Optional<String> reason) {
  private static final int LONGEST_REASON = 100;
  private static final int LONGEST_DAYS = 366;

  public Closure {
    if (until.isBefore(from)) {
      throw new IllegalArgumentException("a closure ends before it begins");
    }
    if (ChronoUnit.DAYS.between(from, until) > LONGEST_DAYS) {
      throw new IllegalArgumentException("a closure lasts a year at most");
    }
    reason.ifPresent(Closure::check);
  }

  private static void check(String reason) {
    if (reason.isBlank()
        || reason.length() > LONGEST_REASON
        || reason.indexOf('"') >= 0
        || reason.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "a reason has 1 to 100 characters on one line, without double quotes");
    }
  }

  /// As a rule of hours, to stand behind others: `2026 Dec 24-2027 Jan 02 off "holidays"`.
  String rule() {
    String days = from.equals(until) ? day(from) : day(from) + "-" + day(until);
    return days + " off" + reason.map(text -> " \"" + text + "\"").orElse("");
  }

  private static String day(LocalDate date) {
    String month = date.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    return "%d %s %02d".formatted(date.getYear(), month.substring(0, 3), date.getDayOfMonth());
  }
}
