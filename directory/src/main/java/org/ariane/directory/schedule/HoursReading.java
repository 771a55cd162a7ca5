package org.ariane.directory.schedule;

import java.util.List;

/// What came of reading hours in OSM `opening_hours` syntax: hours that are understood entirely, or
/// the reason why not. There is nothing between, since hours that are half understood send people
/// to closed doors.
///
/// Understood are weekdays and their ranges, the n-th weekday of a month, weeks by number, months,
/// dates, years, several spans, spans over midnight, `24/7`, `PH`, `SH`, Easter, days counted from
/// these, `off`, `closed`, `unknown`, comments, and rules joined by `;`, `,` and `||`. Refused are
/// times of the sun, times without an end, points in time, intervals, and whatever the syntax
/// lacks.
///
/// @see <a href="https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification">syntax</a>
public sealed interface HoursReading {
  static HoursReading of(String text, Holidays holidays) {
    return OsmHoursReader.read(text, holidays);
  }

  /// As [#of(String, Holidays)], closed on these days whatever the text says. The text of the hours
  /// then names them as rules of their own, so that whoever reads it elsewhere sees them too.
  static HoursReading of(String text, List<Closure> closures, Holidays holidays) {
    return OsmHoursReader.read(text, closures, holidays);
  }

  /// Where school holidays must not matter.
  static HoursReading of(String text, PublicHolidays holidays) {
    return of(text, Holidays.of(holidays));
  }

  /// Hours that mean one thing only.
  record Understood(OpeningHours hours) implements HoursReading {}

  /// Hours that cannot be routed on.
  ///
  /// @param reason in plain English, to stand behind "line 12: "
  record Refused(String reason) implements HoursReading {}
}
