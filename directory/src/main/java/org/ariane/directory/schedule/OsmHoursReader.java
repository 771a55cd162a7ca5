package org.ariane.directory.schedule;

import ch.poole.openinghoursparser.Holiday;
import ch.poole.openinghoursparser.OpeningHoursParseException;
import ch.poole.openinghoursparser.OpeningHoursParser;
import ch.poole.openinghoursparser.Rule;
import ch.poole.openinghoursparser.RuleModifier;
import ch.poole.openinghoursparser.TimeSpan;
import ch.poole.openinghoursparser.TokenMgrError;
import ch.poole.openinghoursparser.WeekDayRange;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.ariane.directory.schedule.HoursReading.Refused;
import org.ariane.directory.schedule.HoursReading.Understood;
import org.jspecify.annotations.Nullable;

/// Turns the parser's rules into ours, and refuses what ours cannot say. The parser's strict mode
/// is of no use, since it rejects spans over midnight.
final class OsmHoursReader {
  private static final int LONGEST = 500;
  private static final Pattern HALF_A_MINUTE = Pattern.compile(".*[0-9][:.][0-9](?![0-9]).*");

  private OsmHoursReader() {}

  static HoursReading read(String text, PublicHolidays holidays) {
    if (text.isBlank()) {
      return new Refused("hours are empty; write 24/7 for always and off for never");
    }
    if (text.length() > LONGEST) {
      return new Refused("hours are longer than " + LONGEST + " characters");
    }
    if (HALF_A_MINUTE.matcher(text).matches()) {
      return new Refused("minutes of hours need two digits");
    }
    try {
      List<DayRule> rules = new ArrayList<>();
      for (Rule rule : new OpeningHoursParser(new StringReader(text)).rules(false)) {
        rules.add(rule(rule, holidays));
      }
      return rules.stream().allMatch(OsmHoursReader::always)
          ? new Understood(OpeningHours.ALWAYS)
          : new Understood(new RuledHours(text, rules, holidays));
    } catch (NotUnderstood e) {
      return new Refused("hours not understood: " + e.reason());
    } catch (OpeningHoursParseException | TokenMgrError e) {
      return new Refused("hours not understood: not in opening_hours syntax");
    }
  }

  private static boolean always(DayRule rule) {
    return rule.opens() && !rule.dated() && rule.spans().equals(List.of(MinuteSpan.WHOLE_DAY));
  }

  private static DayRule rule(Rule rule, PublicHolidays holidays) throws NotUnderstood {
    if (rule.getComment() != null) {
      throw new NotUnderstood("a comment is for people, not for hours");
    }
    if (rule.getWeeks() != null) {
      throw new NotUnderstood("weeks by number");
    }
    boolean opens = opens(rule.getModifier());
    if (rule.isEmpty() && rule.getModifier() == null) {
      throw new NotUnderstood("a rule says nothing");
    }
    DaySelector days =
        MonthSelectors.of(rule.getYears(), rule.getDates())
            .and(days(listed(rule.getDays()), listed(rule.getHolidays()), holidays));
    List<WeekDayRange> weekdays = listed(rule.getDays());
    List<Holiday> publicHolidays = listed(rule.getHolidays());
    boolean dated =
        !(weekdays.isEmpty()
            && publicHolidays.isEmpty()
            && listed(rule.getYears()).isEmpty()
            && listed(rule.getDates()).isEmpty());
    boolean holidaysOnly = weekdays.isEmpty() && !publicHolidays.isEmpty();
    return new DayRule(
        days,
        dated,
        spans(rule.getTimes()),
        opens,
        rule.isAdditive() || rule.isFallBack(),
        holidaysOnly,
        HoursWords.of(rule));
  }

  private static DaySelector days(
      List<WeekDayRange> weekdays, List<Holiday> publicHolidays, PublicHolidays holidays)
      throws NotUnderstood {
    List<DaySelector> either = new ArrayList<>();
    if (!weekdays.isEmpty()) {
      either.add(WeekdaySelectors.of(weekdays));
    }
    if (publicHolidays.isEmpty()) {
      return either.isEmpty() ? DaySelector.EVERY_DAY : either.getFirst();
    }
    boolean both = false;
    for (Holiday holiday : publicHolidays) {
      if (holiday.getType() != Holiday.Type.PH || holiday.getOffset() != 0) {
        throw new NotUnderstood("holidays other than PH, and days counted from them");
      }
      both |= !holiday.getUseAsWeekDay();
    }
    if (both && !either.isEmpty()) {
      return either.getFirst().and(holidays::includes);
    }
    either.add(holidays::includes);
    return DaySelector.anyOf(either);
  }

  private static boolean opens(@Nullable RuleModifier modifier) throws NotUnderstood {
    if (modifier == null) {
      return true;
    }
    if (modifier.getComment() != null) {
      throw new NotUnderstood("a comment is for people, not for hours");
    }
    RuleModifier.Modifier says = modifier.getModifier();
    if (says == null) {
      return true;
    }
    return switch (says) {
      case OPEN -> true;
      case OFF, CLOSED -> false;
      case UNKNOWN -> throw new NotUnderstood("\"unknown\" cannot be routed on");
    };
  }

  private static List<MinuteSpan> spans(@Nullable List<TimeSpan> times) throws NotUnderstood {
    if (times == null || times.isEmpty()) {
      return List.of(MinuteSpan.WHOLE_DAY);
    }
    List<MinuteSpan> spans = new ArrayList<>();
    for (TimeSpan time : times) {
      if (time.getStartEvent() != null || time.getEndEvent() != null) {
        throw new NotUnderstood("sunrise and sunset");
      }
      if (time.isOpenEnded() || time.getEnd() == TimeSpan.UNDEFINED_TIME) {
        throw new NotUnderstood("a time without an end");
      }
      if (time.getInterval() != 0) {
        throw new NotUnderstood("intervals");
      }
      int end = time.getEnd() < time.getStart() ? time.getEnd() + MinuteSpan.DAY : time.getEnd();
      if (time.getStart() < 0
          || time.getStart() >= MinuteSpan.DAY
          || end <= time.getStart()
          || end - time.getStart() > MinuteSpan.DAY) {
        throw new NotUnderstood("a span that is empty or longer than a day");
      }
      spans.add(new MinuteSpan(time.getStart(), end));
    }
    return spans;
  }

  /// The parser says null for "none".
  static <T> List<T> listed(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
