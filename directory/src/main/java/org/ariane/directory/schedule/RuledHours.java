package org.ariane.directory.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Hours by rules. What was answered last is remembered, since routing asks of the same hours many
/// times a second.
final class RuledHours implements OpeningHours {
  /// Looked further ahead than promised, so that "never" stays an answer for as long.
  private static final Duration SPARE = Duration.ofDays(1);

  private final String text;
  private final List<DayRule> rules;
  private final PublicHolidays holidays;
  private final WallClock clock;
  private final boolean neverOpens;
  private volatile @Nullable LastSpan lastSpan;
  private volatile @Nullable LastOpening lastOpening;

  /// Immutable, so that a race loses an answer and never mixes two.
  private record LastSpan(ZoneId zone, OpenSpan span) {}

  /// Asked from any instant between `from` and `until`, the next opening is the same.
  private record LastOpening(ZoneId zone, Instant from, Optional<Instant> opening, Instant until) {
    boolean answers(Instant at, ZoneId there) {
      return zone.equals(there) && !at.isBefore(from) && !at.isAfter(until);
    }
  }

  RuledHours(String text, List<DayRule> rules, PublicHolidays holidays) {
    this.text = text;
    this.rules = List.copyOf(rules);
    this.holidays = holidays;
    this.clock = new WallClock(rules);
    this.neverOpens = rules.stream().noneMatch(rule -> rule.says() == OpenState.OPEN);
  }

  @Override
  public OpenSpan spanAt(Instant at, ZoneId zone) {
    LastSpan last = lastSpan;
    if (last != null && last.zone().equals(zone) && last.span().covers(at)) {
      return last.span();
    }
    DayPlan.Said said = clock.at(at, zone);
    Instant until =
        clock
            .first(at, at.plus(HORIZON), zone, other -> !other.equals(said))
            .orElse(at.plus(HORIZON));
    OpenSpan span = new OpenSpan(said.state(), at, until, said.comment());
    lastSpan = new LastSpan(zone, span);
    return span;
  }

  @Override
  public Optional<Instant> nextOpening(Instant from, ZoneId zone) {
    if (neverOpens) {
      return Optional.empty();
    }
    if (spanAt(from, zone).open()) {
      return Optional.of(from);
    }
    LastOpening last = lastOpening;
    if (last == null || !last.answers(from, zone)) {
      Instant searched = from.plus(HORIZON).plus(SPARE);
      Optional<Instant> found =
          clock.first(from, searched, zone, said -> said.state() == OpenState.OPEN);
      last = new LastOpening(zone, from, found, found.orElse(from.plus(SPARE)));
      lastOpening = last;
    }
    return last.opening().filter(opening -> !opening.isAfter(from.plus(HORIZON)));
  }

  @Override
  public boolean closedForHoliday(Instant at, ZoneId zone) {
    return spanAt(at, zone).state() == OpenState.CLOSED
        && rules.stream().anyMatch(rule -> rule.holidaysOnly() && rule.says() == OpenState.CLOSED)
        && holidays.includes(LocalDate.ofInstant(at, zone));
  }

  @Override
  public String words() {
    String open = words(OpenState.OPEN, "");
    String perhaps = words(OpenState.UNKNOWN, "perhaps ");
    String closed = words(OpenState.CLOSED, "not ");
    return List.of(open, perhaps, closed).stream()
        .filter(each -> !each.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private String words(OpenState state, String before) {
    return rules.stream()
        .filter(rule -> rule.says() == state)
        .map(rule -> before + rule.words())
        .collect(Collectors.joining(", "));
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
