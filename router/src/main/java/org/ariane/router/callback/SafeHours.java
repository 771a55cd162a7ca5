package org.ariane.router.callback;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// When her telephone may ring, by the clocks where she is.
///
/// @param zone the time zone of those clocks
public record SafeHours(List<Window> windows, ZoneId zone) {
  private static final int MOST_WINDOWS = 20;
  private static final int DAYS_AHEAD = 8;

  /// The same hours on some days. One over midnight is written as two.
  ///
  /// @param until not safe any more from then on
  public record Window(Set<DayOfWeek> days, LocalTime from, LocalTime until) {
    public Window {
      days = Set.copyOf(days);
      if (days.isEmpty() || !from.isBefore(until)) {
        throw new IllegalArgumentException("a window has days, and begins before it ends");
      }
    }
  }

  public SafeHours {
    windows = List.copyOf(windows);
    if (windows.isEmpty() || windows.size() > MOST_WINDOWS) {
      throw new IllegalArgumentException("safe hours have 1 to 20 windows");
    }
  }

  public boolean contain(Instant at) {
    ZonedDateTime there = at.atZone(zone);
    return windows.stream()
        .anyMatch(window ->
            window.days().contains(there.getDayOfWeek())
                && !there.toLocalTime().isBefore(window.from())
                && there.toLocalTime().isBefore(window.until()));
  }

  /// When the next window begins, or `from` where that lies in one. Empty where none begins before
  /// `until`.
  public Optional<Instant> next(Instant from, Instant until) {
    if (contain(from)) {
      return Optional.of(from);
    }
    ZonedDateTime there = from.atZone(zone);
    return windows.stream()
        .flatMap(window ->
            java.util.stream.IntStream.range(0, DAYS_AHEAD)
                .mapToObj(there.toLocalDate()::plusDays)
                .filter(day -> window.days().contains(day.getDayOfWeek()))
                .map(day -> day.atTime(window.from()).atZone(zone).toInstant()))
        .filter(begin -> begin.isAfter(from) && begin.isBefore(until))
        .min(Instant::compareTo);
  }
}
