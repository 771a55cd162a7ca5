package org.ariane.directory.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/// Hours in OSM `opening_hours` syntax, evaluated with the holidays of one place. Safe from any
/// thread.
///
/// Hours are read off the wall clock of the time zone: in spring the minutes that the clock skips
/// do not happen, so that `02:15-02:45` is not open on that night; in autumn the hour that comes
/// twice counts both times. A span has its ends to the minute; the start belongs to it, the end
/// does not.
public interface OpeningHours {
  /// How far ahead changes are looked for, in whole days: long enough for the next 29 February even
  /// across 2100, and for the next week 53.
  Duration HORIZON = Duration.ofDays(4_400);

  /// Open at all hours.
  OpeningHours ALWAYS =
      new OpeningHours() {
        private final OpenSpan forEver =
            new OpenSpan(OpenState.OPEN, Instant.MIN, Instant.MAX, Optional.empty());

        @Override
        public OpenSpan spanAt(Instant at, ZoneId zone) {
          return forEver;
        }

        @Override
        public Optional<Instant> nextOpening(Instant from, ZoneId zone) {
          return Optional.of(from);
        }

        @Override
        public String text() {
          return "24/7";
        }

        @Override
        public String words() {
          return "at all hours";
        }

        @Override
        public String toString() {
          return text();
        }
      };

  /// What holds at that instant and until when. The answer for the latest span is remembered, so
  /// that asking again within it costs some nanoseconds.
  OpenSpan spanAt(Instant at, ZoneId zone);

  /// Whether it is certainly open.
  default boolean openAt(Instant at, ZoneId zone) {
    return spanAt(at, zone).open();
  }

  /// The first instant at or after `from` at which it is certainly open; `from` itself when open
  /// then; empty when proven not to open within [#HORIZON].
  Optional<Instant> nextOpening(Instant from, ZoneId zone);

  /// As written in the file.
  String text();

  /// In plain English, to stand behind "Open " or "Arabic ": "on Monday and Tuesday".
  default String words() {
    return text();
  }

  /// Whether it is closed at that instant and the day is a public holiday on which its rules close.
  default boolean closedForHoliday(Instant at, ZoneId zone) {
    return false;
  }
}
