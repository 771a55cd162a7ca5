package org.ariane.directory.schedule;

/// What came of reading hours in OSM `opening_hours` syntax: hours that are understood entirely, or
/// the reason why not. There is nothing between, since hours that are half understood send people
/// to closed doors.
///
/// Understood are weekdays and their ranges, the n-th weekday of a month, months, dates, years,
/// several spans, spans over midnight, `24/7`, `PH`, `off` and `closed`, and rules joined by `;`,
/// `,` and `||`.
///
/// @see <a href="https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification">syntax</a>
public sealed interface HoursReading {
  static HoursReading of(String text, PublicHolidays holidays) {
    return OsmHoursReader.read(text, holidays);
  }

  /// Hours that mean one thing only.
  record Understood(OpeningHours hours) implements HoursReading {}

  /// Hours that cannot be routed on.
  ///
  /// @param reason in plain English, to stand behind "line 12: "
  record Refused(String reason) implements HoursReading {}
}
