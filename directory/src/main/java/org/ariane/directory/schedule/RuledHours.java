package org.ariane.directory.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Hours by rules, read off the wall clock of a time zone. For one day a later rule takes the place
/// of earlier ones, unless it adds or closes. A span over midnight belongs to the day on which it
/// began, and gives way to what the next day says of itself; `off` closes a calendar day, not the
/// night that begins on it. That is how opening_hours.js, the reference implementation, reads it.
final class RuledHours implements OpeningHours {
  private static final int HORIZON_DAYS = 400;

  private final String text;
  private final List<DayRule> rules;
  private final PublicHolidays holidays;

  RuledHours(String text, List<DayRule> rules, PublicHolidays holidays) {
    this.text = text;
    this.rules = List.copyOf(rules);
    this.holidays = holidays;
  }

  @Override
  public boolean openAt(Instant at, ZoneId zone) {
    ZonedDateTime local = at.atZone(zone);
    return openAt(local.toLocalDate(), local.toLocalTime().toNanoOfDay() / 60e9);
  }

  private boolean openAt(LocalDate date, double minute) {
    boolean open = false;
    boolean previousDated = true;
    for (DayRule rule : rules) {
      if (rule.appliesTo(date)) {
        if (rule.opens() && !rule.adds() && (rule.dated() || !previousDated)) {
          open = false;
        }
        if (rule.holds(minute)) {
          open = rule.opens();
        }
      }
      if (rule.runsOver(date, minute)) {
        open = rule.opens();
      }
      previousDated = rule.dated();
    }
    return open;
  }

  @Override
  public Optional<Instant> nextOpening(Instant from, ZoneId zone) {
    if (openAt(from, zone)) {
      return Optional.of(from);
    }
    Instant last = from.plus(Duration.ofDays(HORIZON_DAYS));
    LocalDate first = LocalDate.ofInstant(from, zone);
    for (int day = 0; day <= HORIZON_DAYS; day++) {
      for (Instant candidate : changesOn(first.plusDays(day), zone)) {
        if (candidate.isAfter(last)) {
          return Optional.empty();
        }
        if (candidate.isAfter(from) && openAt(candidate, zone)) {
          return Optional.of(candidate);
        }
      }
    }
    return Optional.empty();
  }

  /// The instants of a day at which it can turn open: midnight, starts of spans, ends of spans that
  /// close, and changes of the clock (after which the wall clock shows another minute). An hour
  /// that comes twice counts both times.
  private SortedSet<Instant> changesOn(LocalDate date, ZoneId zone) {
    TreeSet<Integer> minutes = new TreeSet<>(List.of(0));
    for (DayRule rule : rules) {
      for (MinuteSpan span : rule.spans()) {
        minutes.add(rule.opens() ? span.start() : span.end() % MinuteSpan.DAY);
      }
    }
    TreeSet<Instant> changes = new TreeSet<>();
    for (int minute : minutes) {
      ZonedDateTime start =
          date.atTime(LocalTime.MIDNIGHT.plus(minute, ChronoUnit.MINUTES)).atZone(zone);
      changes.add(start.withEarlierOffsetAtOverlap().toInstant());
      changes.add(start.withLaterOffsetAtOverlap().toInstant());
    }
    ZoneOffsetTransition clockChange =
        zone.getRules().nextTransition(date.atStartOfDay(zone).toInstant().minusSeconds(1));
    if (clockChange != null && LocalDate.ofInstant(clockChange.getInstant(), zone).equals(date)) {
      changes.add(clockChange.getInstant());
    }
    return changes;
  }

  @Override
  public boolean closedForHoliday(Instant at, ZoneId zone) {
    LocalDate date = LocalDate.ofInstant(at, zone);
    return holidays.includes(date)
        && !openAt(at, zone)
        && rules.stream().anyMatch(rule -> rule.holidaysOnly() && !rule.opens());
  }

  @Override
  public String words() {
    String open =
        rules.stream().filter(DayRule::opens).map(DayRule::words).collect(Collectors.joining(", "));
    String closed =
        rules.stream()
            .filter(rule -> !rule.opens())
            .map(rule -> "not " + rule.words())
            .collect(Collectors.joining(", "));
    return closed.isEmpty() ? open : open.isEmpty() ? closed : open + ", " + closed;
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return text;
  }
}
