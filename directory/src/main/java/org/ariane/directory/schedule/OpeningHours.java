package org.ariane.directory.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/// Hours in OSM `opening_hours` syntax, evaluated against public holidays of one country.
public interface OpeningHours {
  /// Open at all hours.
  OpeningHours ALWAYS =
      new OpeningHours() {
        @Override
        public boolean openAt(Instant at, ZoneId zone) {
          return true;
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
      };

  boolean openAt(Instant at, ZoneId zone);

  /// The first instant at or after `from` at which it is open; `from` itself when open then; empty
  /// when it stays closed for the next 400 days.
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
