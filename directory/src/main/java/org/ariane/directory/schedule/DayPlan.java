package org.ariane.directory.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the rules say of one calendar day, minute by minute. For one day a later rule takes the
/// place of earlier ones, unless it adds or closes. A span over midnight belongs to the day on
/// which it began, and gives way to what the next day says of itself; `off` closes a calendar day,
/// not the night that begins on it. That is how opening_hours.js, the reference implementation,
/// reads it.
///
/// @param pieces in order, the first from minute 0, each another than the one before
record DayPlan(List<Piece> pieces) {
  private static final Optional<String> NOT_PUBLISHED =
      Optional.of("the school holidays of that day are not known");
  private static final Said NOTHING = new Said(OpenState.CLOSED, Optional.empty());

  /// What is said from one minute of the day on.
  record Piece(int start, Said said) {}

  record Said(OpenState state, Optional<String> comment) {}

  DayPlan {
    pieces = List.copyOf(pieces);
  }

  /// @param minutes at which the rules can change what they say, in order, the first 0
  static DayPlan of(List<DayRule> rules, int[] minutes, LocalDate date) {
    boolean known = true;
    for (DayRule rule : rules) {
      known &= rule.known(date);
    }
    if (known) {
      return plan(minutes, new Said[][] {said(rules, minutes, date, false, false)});
    }
    Said[][] worlds = {
      said(rules, minutes, date, false, false),
      said(rules, minutes, date, false, true),
      said(rules, minutes, date, true, false),
      said(rules, minutes, date, true, true),
    };
    return plan(minutes, worlds);
  }

  /// What is certain is what holds whichever way the unknown turns out.
  private static DayPlan plan(int[] minutes, Said[][] worlds) {
    List<Piece> pieces = new ArrayList<>();
    for (int at = 0; at < minutes.length; at++) {
      Said said = worlds[0][at];
      for (Said[] world : worlds) {
        if (!world[at].equals(said)) {
          said = new Said(OpenState.UNKNOWN, NOT_PUBLISHED);
          break;
        }
      }
      if (pieces.isEmpty() || !pieces.getLast().said().equals(said)) {
        pieces.add(new Piece(minutes[at], said));
      }
    }
    return new DayPlan(pieces);
  }

  private static Said[] said(
      List<DayRule> rules, int[] minutes, LocalDate date, boolean assumed, boolean dayBefore) {
    int count = rules.size();
    boolean[] today = new boolean[count];
    boolean[] yesterday = new boolean[count];
    for (int rule = 0; rule < count; rule++) {
      today[rule] = rules.get(rule).days().includes(date, assumed);
      yesterday[rule] = rules.get(rule).days().includes(date.minusDays(1), dayBefore);
    }
    Said[] said = new Said[minutes.length];
    for (int at = 0; at < minutes.length; at++) {
      said[at] = said(rules, today, yesterday, minutes[at]);
    }
    return said;
  }

  private static Said said(List<DayRule> rules, boolean[] today, boolean[] yesterday, int minute) {
    Said said = NOTHING;
    boolean previousDated = true;
    for (int at = 0; at < today.length; at++) {
      DayRule rule = rules.get(at);
      if (today[at]) {
        if (startsAfresh(rule, previousDated)) {
          said = NOTHING;
        }
        if (rule.holds(minute) && maySpeak(rule, said)) {
          said = new Said(rule.says(), rule.comment());
        }
      }
      if (yesterday[at] && rule.runsOver(minute) && maySpeak(rule, said)) {
        said = new Said(rule.says(), rule.comment());
      }
      previousDated = rule.dated();
    }
    return said;
  }

  private static boolean startsAfresh(DayRule rule, boolean previousDated) {
    return rule.join() == DayRule.Join.OVERRIDES
        && (rule.dated()
            ? rule.says() != OpenState.CLOSED
            : rule.says() == OpenState.OPEN && !previousDated);
  }

  private static boolean maySpeak(DayRule rule, Said said) {
    return rule.join() != DayRule.Join.FALLS_BACK || said.state() == OpenState.CLOSED;
  }

  Said at(int minute) {
    Said said = NOTHING;
    for (Piece piece : pieces) {
      if (piece.start() > minute) {
        break;
      }
      said = piece.said();
    }
    return said;
  }
}
