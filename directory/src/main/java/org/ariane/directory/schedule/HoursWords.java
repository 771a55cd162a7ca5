package org.ariane.directory.schedule;

import ch.poole.openinghoursparser.DateRange;
import ch.poole.openinghoursparser.Rule;
import ch.poole.openinghoursparser.TimeSpan;
import ch.poole.openinghoursparser.WeekDayRange;
import ch.poole.openinghoursparser.YearRange;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One rule in plain English: `Mo,Tu 09:00-12:00` is "on Monday and Tuesday 09:00-12:00".
final class HoursWords {
  private HoursWords() {}

  static String of(Rule rule) {
    List<String> words = new ArrayList<>();
    if (rule.isTwentyfourseven()) {
      return "at all hours";
    }
    List<YearRange> years = OsmHoursReader.listed(rule.getYears());
    if (!years.isEmpty()) {
      words.add("in " + joined(years.stream().map(YearRange::toString).toList()));
    }
    List<DateRange> dates = OsmHoursReader.listed(rule.getDates());
    if (!dates.isEmpty()) {
      words.add("in " + joined(dates.stream().map(DateRange::toString).toList()));
    }
    List<String> days = new ArrayList<>();
    OsmHoursReader.listed(rule.getDays()).forEach(range -> days.add(weekdays(range)));
    if (!OsmHoursReader.listed(rule.getHolidays()).isEmpty()) {
      days.add("public holidays");
    }
    if (!days.isEmpty()) {
      words.add("on " + joined(days));
    }
    List<TimeSpan> times = OsmHoursReader.listed(rule.getTimes());
    if (!times.isEmpty()) {
      words.add((days.isEmpty() ? "daily " : "") + times(times));
    }
    return words.isEmpty() ? "at all hours" : String.join(" ", words);
  }

  private static String weekdays(WeekDayRange range) {
    if (!OsmHoursReader.listed(range.getNths()).isEmpty()) {
      return range.toString();
    }
    List<String> names =
        WeekdaySelectors.days(range).stream()
            .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
            .toList();
    return names.size() <= 2 ? joined(names) : names.getFirst() + " to " + names.getLast();
  }

  private static String times(List<TimeSpan> times) {
    return joined(times.stream().map(TimeSpan::toString).toList());
  }

  private static String joined(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }
}
