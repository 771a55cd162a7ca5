package org.ariane.directory.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Rules read off the wall clock of a time zone. Time is walked in stretches between two changes of
/// the clock, within which a minute of the day is an instant at a fixed distance; so what a change
/// skips does not happen, and what it repeats happens twice.
final class WallClock {
  private static final long DAY_SECONDS = 86_400;

  private final List<DayRule> rules;
  private final int[] minutes;

  WallClock(List<DayRule> rules) {
    this.rules = List.copyOf(rules);
    TreeSet<Integer> changes = new TreeSet<>(List.of(0));
    for (DayRule rule : rules) {
      for (MinuteSpan span : rule.spans()) {
        changes.add(span.start());
        changes.add(span.end() % MinuteSpan.DAY);
      }
    }
    this.minutes = changes.stream().mapToInt(Integer::intValue).toArray();
  }

  DayPlan.Said at(Instant at, ZoneId zone) {
    long local = at.getEpochSecond() + zone.getRules().getOffset(at).getTotalSeconds();
    return plan(LocalDate.ofEpochDay(Math.floorDiv(local, DAY_SECONDS)))
        .at((int) (Math.floorMod(local, DAY_SECONDS) / 60));
  }

  private DayPlan plan(LocalDate date) {
    return DayPlan.of(rules, minutes, date);
  }

  /// The first instant from `from` to `last` of which something is said that is looked for.
  Optional<Instant> first(
      Instant from, Instant last, ZoneId zone, Predicate<DayPlan.Said> lookedFor) {
    if (lookedFor.test(at(from, zone))) {
      return Optional.of(from);
    }
    ZoneRules clock = zone.getRules();
    long end = last.getEpochSecond();
    long second = from.getEpochSecond();
    while (second <= end) {
      Instant start = Instant.ofEpochSecond(second);
      ZoneOffset offset = clock.getOffset(start);
      ZoneOffsetTransition change = clock.nextTransition(start);
      long stretch = change == null ? Long.MAX_VALUE : change.toEpochSecond();
      Optional<Instant> found =
          within(second, Math.min(stretch, end + 1), offset.getTotalSeconds(), lookedFor);
      if (found.isPresent()) {
        return found;
      }
      second = stretch;
    }
    return Optional.empty();
  }

  private Optional<Instant> within(
      long first, long end, int offset, Predicate<DayPlan.Said> lookedFor) {
    LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(first + offset, DAY_SECONDS));
    long midnight = date.toEpochDay() * DAY_SECONDS - offset;
    while (midnight < end) {
      DayPlan plan = plan(date);
      List<DayPlan.Piece> pieces = plan.pieces();
      for (int at = 0; at < pieces.size(); at++) {
        long begins = midnight + pieces.get(at).start() * 60L;
        long ends =
            at + 1 < pieces.size()
                ? midnight + pieces.get(at + 1).start() * 60L
                : midnight + DAY_SECONDS;
        long counted = Math.max(begins, first);
        if (counted < Math.min(ends, end) && lookedFor.test(pieces.get(at).said())) {
          return Optional.of(Instant.ofEpochSecond(counted));
        }
      }
      date = pieces.size() == 1 ? sameUntil(date) : date.plusDays(1);
      midnight = date.toEpochDay() * DAY_SECONDS - offset;
    }
    return Optional.empty();
  }

  /// Of a day that is all one and was not looked for, so that the days like it are not either.
  private LocalDate sameUntil(LocalDate date) {
    LocalDate until = date.plusDays(OpeningHours.HORIZON.toDays() + 2);
    for (DayRule rule : rules) {
      LocalDate each = rule.sameUntil(date);
      until = each.isBefore(until) ? each : until;
    }
    return until;
  }
}
