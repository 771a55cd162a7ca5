package org.ariane.directory.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A future instant as people say it: `09:00` today, `Monday 09:00` within the week, and then `14
/// January 2027 09:00`.
final class Clock {
  private static final DateTimeFormatter TODAY =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter THIS_WEEK =
      DateTimeFormatter.ofPattern("EEEE HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter LATER =
      DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm", Locale.ENGLISH);

  private Clock() {}

  /// A past instant: `at 09:00` today, `on 14 January 2027 09:00` before.
  static String past(Instant then, Instant now, ZoneId zone) {
    ZonedDateTime local = then.atZone(zone);
    boolean today = local.toLocalDate().equals(LocalDate.ofInstant(now, zone));
    return today ? "at " + TODAY.format(local) : "on " + LATER.format(local);
  }

  static String words(Instant then, Instant now, ZoneId zone) {
    ZonedDateTime local = then.atZone(zone);
    LocalDate today = LocalDate.ofInstant(now, zone);
    LocalDate day = local.toLocalDate();
    if (day.equals(today)) {
      return TODAY.format(local);
    }
    return (day.isBefore(today.plusDays(7)) ? THIS_WEEK : LATER).format(local);
  }
}
