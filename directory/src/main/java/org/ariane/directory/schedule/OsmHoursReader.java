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
import java.util.Optional;
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

  static HoursReading read(String text, Holidays holidays) {
    if (text.isBlank()) {
      return new Refused("hours are empty; write 24/7 for always and off for never");
    }
    if (text.length() > LONGEST) {
      return new Refused("hours are longer than " + LONGEST + " characters");
    }
    if (HALF_A_MINUTE.matcher(text).matches()) {
      return new Refused("minutes of hours need two digits");
    }
    return parse(text, holidays);
  }

  /// The closures stand behind the text, each as a rule that overrides what is before it. They do
  /// not count for the length of a text, and what is wrong with the text is said of it alone.
  static HoursReading read(String text, List<Closure> closures, Holidays holidays) {
    HoursReading alone = read(text, holidays);
    if (closures.isEmpty() || alone instanceof Refused) {
      return alone;
    }
    StringBuilder all = new StringBuilder(text);
    closures.forEach(closure -> all.append("; ").append(closure.rule()));
    return parse(all.toString(), holidays);
  }

  private static HoursReading parse(String text, Holidays holidays) {
    try {
      List<DayRule> rules = new ArrayList<>();
      DayRule.Join join = DayRule.Join.OVERRIDES;
      for (Rule rule : new OpeningHoursParser(new StringReader(text)).rules(false)) {
        join = join(rule, join);
        rules.add(rule(rule, join, holidays));
      }
      return rules.stream().allMatch(OsmHoursReader::always)
          ? new Understood(OpeningHours.ALWAYS)
          : new Understood(new RuledHours(text, rules, holidays.publicHolidays()));
    } catch (NotUnderstood e) {
      return new Refused("hours not understood: " + e.reason());
    } catch (OpeningHoursParseException | TokenMgrError e) {
      return new Refused("hours not understood: not in opening_hours syntax");
    }
  }

  private static boolean always(DayRule rule) {
    return rule.says() == OpenState.OPEN
        && !rule.dated()
        && rule.comment().isEmpty()
        && rule.spans().equals(List.of(MinuteSpan.WHOLE_DAY));
  }

  private static DayRule rule(Rule rule, DayRule.Join join, Holidays holidays)
      throws NotUnderstood {
    Optional<String> comment = comment(rule);
    if (rule.isEmpty() && rule.getModifier() == null && comment.isEmpty()) {
      throw new NotUnderstood("a rule says nothing");
    }
    List<WeekDayRange> weekdays = listed(rule.getDays());
    List<Holiday> named = listed(rule.getHolidays());
    if (!(weekdays.isEmpty() && named.isEmpty()) && DateSelectors.nthWeekday(rule.getDates())) {
      throw new NotUnderstood("the n-th weekday of a month beside other days");
    }
    DaySelector days =
        DaySelector.allOf(
            List.of(
                YearSelectors.of(listed(rule.getYears())),
                DateSelectors.of(listed(rule.getDates())),
                WeekSelectors.of(listed(rule.getWeeks())),
                HolidaySelectors.with(WeekdaySelectors.of(weekdays), named, holidays)));
    boolean dated =
        !(weekdays.isEmpty()
            && named.isEmpty()
            && listed(rule.getYears()).isEmpty()
            && listed(rule.getWeeks()).isEmpty()
            && listed(rule.getDates()).isEmpty());
    boolean holidaysOnly =
        weekdays.isEmpty()
            && !named.isEmpty()
            && named.stream().allMatch(holiday -> holiday.getType() == Holiday.Type.PH);
    return new DayRule(
        days,
        dated,
        spans(rule.getTimes()),
        says(rule.getModifier(), comment),
        join,
        holidaysOnly,
        comment,
        HoursWords.of(rule) + comment.map(each -> " (" + each + ")").orElse(""));
  }

  /// What is added to a fallback is one too.
  private static DayRule.Join join(Rule rule, DayRule.Join before) {
    if (rule.isFallBack()) {
      return DayRule.Join.FALLS_BACK;
    }
    if (!rule.isAdditive()) {
      return DayRule.Join.OVERRIDES;
    }
    return before == DayRule.Join.FALLS_BACK ? before : DayRule.Join.ADDS;
  }

  private static Optional<String> comment(Rule rule) throws NotUnderstood {
    RuleModifier modifier = rule.getModifier();
    String written = modifier == null ? null : modifier.getComment();
    String comment = written == null ? rule.getComment() : written;
    if (comment == null || comment.isBlank()) {
      return Optional.empty();
    }
    if (comment.chars().anyMatch(Character::isISOControl)) {
      throw new NotUnderstood("a comment with control characters");
    }
    return Optional.of(comment.strip());
  }

  /// A comment alone means that one has to know more to say whether it is open.
  private static OpenState says(@Nullable RuleModifier modifier, Optional<String> comment) {
    RuleModifier.Modifier says = modifier == null ? null : modifier.getModifier();
    if (says == null) {
      return comment.isPresent() ? OpenState.UNKNOWN : OpenState.OPEN;
    }
    return switch (says) {
      case OPEN -> OpenState.OPEN;
      case OFF, CLOSED -> OpenState.CLOSED;
      case UNKNOWN -> OpenState.UNKNOWN;
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
