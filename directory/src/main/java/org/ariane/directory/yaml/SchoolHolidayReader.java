package org.ariane.directory.yaml;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ariane.directory.schedule.SchoolCalendar;
import org.ariane.directory.schedule.SchoolCalendar.Days;
import org.ariane.directory.schedule.SchoolCalendar.SchoolYear;
import org.ariane.directory.schedule.SchoolHolidays;

/// Whose school holidays are when, as `{id: fr-zone-b, source: …, years: [{from: 2026-09-01, until:
/// 2027-07-02, holidays: [2026-10-17/2026-11-01, …]}]}`. Read before the services, whose `SH` they
/// explain.
final class SchoolHolidayReader {
  private static final int MOST = 40;

  private final Map<String, Optional<SchoolCalendar>> calendars = new HashMap<>();

  Optional<SchoolCalendar> read(Value value) {
    Optional<Fields> entry = value.fields("id", "source", "years");
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    Fields fields = entry.get();
    int before = value.problems().count();
    Optional<Value> id = fields.required("id");
    Optional<String> source = fields.text("source");
    List<SchoolYear> years = fields.requiredList("years", SchoolHolidayReader::year);
    Optional<SchoolCalendar> calendar = Optional.empty();
    if (value.problems().count() == before && source.isPresent()) {
      calendar = checked(value, source.get(), years);
    }
    Optional<String> name = id.flatMap(Value::text);
    if (name.isPresent() && calendars.put(name.get(), calendar) != null) {
      id.get().refuse("school holidays of this id are here twice");
    }
    return calendar;
  }

  /// The calendar of that id. Where there is none, or it is wrong itself, that is reported, and not
  /// once more for the hours that use it.
  SchoolHolidays refer(Value value) {
    Optional<String> name = value.text();
    if (name.isPresent() && !calendars.containsKey(name.get())) {
      value.refuse("there are no school holidays " + name.get());
    }
    return name.flatMap(id -> calendars.getOrDefault(id, Optional.empty()))
        .orElse(new SchoolCalendar(List.of(), "none"));
  }

  private static Optional<SchoolCalendar> checked(
      Value value, String source, List<SchoolYear> years) {
    try {
      return Optional.of(new SchoolCalendar(years, source));
    } catch (IllegalArgumentException e) {
      value.refuse(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static Optional<SchoolYear> year(Value value) {
    Optional<Fields> entry = value.fields("from", "until", "holidays");
    Optional<LocalDate> from = entry.flatMap(f -> f.required("from")).flatMap(Values::day);
    Optional<LocalDate> until = entry.flatMap(f -> f.required("until")).flatMap(Values::day);
    List<Days> holidays =
        entry
            .map(f -> f.requiredList("holidays", each -> each.as(SchoolHolidayReader::days)))
            .orElse(List.of());
    if (holidays.size() > MOST) {
      value.refuse("more than " + MOST + " holidays in a school year");
      return Optional.empty();
    }
    if (from.isEmpty() || until.isEmpty() || holidays.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new SchoolYear(from.get(), until.get(), holidays));
    } catch (IllegalArgumentException e) {
      value.refuse(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static Days days(String text) {
    String[] ends = text.split("/", 2);
    try {
      return new Days(LocalDate.parse(ends[0]), LocalDate.parse(ends[ends.length - 1]));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "days without school are written as 2026-10-17/2026-11-01", e);
    }
  }
}
