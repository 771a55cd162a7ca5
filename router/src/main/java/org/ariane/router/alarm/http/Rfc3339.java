package org.ariane.router.alarm.http;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

/// Times as RFC 3339 writes them. The form that apps send, in UTC and with a Z, is read directly:
/// the general reader costs more than the rest of an alarm's fields.
final class Rfc3339 {
  private static final String FORM = "0000-00-00T00:00:00";
  private static final int MOST_DIGITS = 9;

  private Rfc3339() {}

  /// Throws [DateTimeException].
  static Instant parse(String text) {
    String stripped = text.strip();
    return isPlain(stripped)
        ? plain(stripped)
        : OffsetDateTime.parse(stripped.toUpperCase(Locale.ROOT).replace(' ', 'T')).toInstant();
  }

  private static boolean isPlain(String text) {
    int end = text.length() - 1;
    int digits = end - FORM.length() - 1;
    if (end < FORM.length() || text.charAt(end) != 'Z') {
      return false;
    }
    boolean fraction = end > FORM.length();
    if (fraction && (text.charAt(FORM.length()) != '.' || digits < 1 || digits > MOST_DIGITS)) {
      return false;
    }
    for (int i = 0; i < end; i++) {
      char wanted = i < FORM.length() ? FORM.charAt(i) : '0';
      char c = text.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      if (i != FORM.length() && (wanted == '0' ? !digit : c != wanted)) {
        return false;
      }
    }
    return true;
  }

  private static Instant plain(String text) {
    int nanos = 0;
    int end = text.length() - 1;
    for (int i = 0; i < MOST_DIGITS; i++) {
      int at = FORM.length() + 1 + i;
      nanos = nanos * 10 + (at < end ? text.charAt(at) - '0' : 0);
    }
    LocalDate day = LocalDate.of(number(text, 0, 4), number(text, 5, 2), number(text, 8, 2));
    LocalTime time =
        LocalTime.of(number(text, 11, 2), number(text, 14, 2), number(text, 17, 2), nanos);
    return day.atTime(time).toInstant(ZoneOffset.UTC);
  }

  private static int number(String text, int from, int digits) {
    int number = 0;
    for (int i = from; i < from + digits; i++) {
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }
}
