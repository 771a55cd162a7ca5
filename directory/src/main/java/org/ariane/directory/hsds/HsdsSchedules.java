package org.ariane.directory.hsds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ariane.directory.exchange.Item;
import org.ariane.directory.schedule.HoursReading;
import org.ariane.directory.schedule.OpeningHours;
import org.ariane.directory.schedule.PublicHolidays;

/// Hours from schedules: weekly ones, and the n-th weekday of a month. Everything else of
/// recurrence rules, validity that has an end, and times with an offset are not understood, and a
/// schedule that is half understood would send people to closed doors.
final class HsdsSchedules {
  private static final Map<String, String> DAYS =
      Map.of("MO", "Mo", "TU", "Tu", "WE", "We", "TH", "Th", "FR", "Fr", "SA", "Sa", "SU", "Su");
  private static final Pattern DAY = Pattern.compile("(-?[1-5])?(MO|TU|WE|TH|FR|SA|SU)");
  private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-4]):([0-5][0-9])(:00)?");
  private static final List<String> NOT_UNDERSTOOD =
      List.of("valid_to", "until", "count", "byweekno", "bymonthday", "byyearday");

  private final PublicHolidays holidays;

  HsdsSchedules(PublicHolidays holidays) {
    this.holidays = holidays;
  }

  /// Hours that we wrote into a text ourselves.
  static Optional<OpeningHours> marked(Item item, String key, PublicHolidays holidays) {
    Optional<String> text = item.text(key, 2_000).filter(each -> each.startsWith(Terms.HOURS));
    return text.flatMap(each ->
        switch (HoursReading.of(each.substring(Terms.HOURS.length()), holidays)) {
          case HoursReading.Understood(OpeningHours hours) -> Optional.of(hours);
          case HoursReading.Refused(String reason) -> {
            item.drop(key, reason);
            yield Optional.empty();
          }
        });
  }

  /// The hours of all schedules for that way together, which is the telephone unless told; empty
  /// where one of them is not understood.
  Optional<OpeningHours> of(List<Item> schedules, String way) {
    List<String> rules = new ArrayList<>();
    for (Item schedule : schedules) {
      String attending =
          schedule.code("attending_type").filter(HsdsSchedules::ours).orElse("phone");
      if (!attending.equals(way)) {
        continue;
      }
      Optional<OpeningHours> ours = marked(schedule, "description", holidays);
      if (ours.isPresent()) {
        return ours;
      }
      Optional<String> rule = rule(schedule);
      if (rule.isEmpty()) {
        return Optional.empty();
      }
      rules.add(rule.get());
    }
    return rules.isEmpty()
        ? Optional.empty()
        : HoursReading.of(String.join(", ", rules), holidays)
                instanceof HoursReading.Understood(OpeningHours hours)
            ? Optional.of(hours)
            : Optional.empty();
  }

  private static boolean ours(String attending) {
    return attending.equals("phone") || attending.equals("web");
  }

  private static Optional<String> rule(Item schedule) {
    for (String key : NOT_UNDERSTOOD) {
      if (schedule.has(key)) {
        schedule.drop(key, "hours with " + key + " are not understood");
        return Optional.empty();
      }
    }
    String every = schedule.code("interval").orElse("1");
    Optional<String> days = days(schedule);
    Optional<String> opens = time(schedule, "opens_at");
    Optional<String> closes = time(schedule, "closes_at");
    if (!every.equals("1")) {
      schedule.drop("interval", "hours of every n-th week are not understood");
    }
    return every.equals("1") && opens.isPresent() && closes.isPresent()
        ? days.map(each -> (each + " " + opens.get() + "-" + closes.get()).strip())
        : Optional.empty();
  }

  private static Optional<String> days(Item schedule) {
    boolean monthly = schedule.code("freq").orElse("WEEKLY").equals("MONTHLY");
    List<String> days = new ArrayList<>();
    for (String text : schedule.codes("byday")) {
      Matcher day = DAY.matcher(text);
      if (!day.matches() || monthly != (day.group(1) != null)) {
        schedule.drop("byday", "days are written as MO,TU, of a month as 1MO");
        return Optional.empty();
      }
      String name = DAYS.getOrDefault(day.group(2), "");
      days.add(monthly ? name + "[" + day.group(1) + "]" : name);
    }
    if (monthly && days.isEmpty()) {
      schedule.drop("byday", "hours of a month without weekdays are not understood");
      return Optional.empty();
    }
    return Optional.of(String.join(",", days));
  }

  private static Optional<String> time(Item schedule, String key) {
    Optional<String> written = schedule.code(key);
    Optional<String> time =
        written
            .map(TIME::matcher)
            .filter(Matcher::matches)
            .map(match -> match.group(1) + ":" + match.group(2));
    if (written.isPresent() && time.isEmpty()) {
      schedule.drop(key, "a time of the place is written as 09:00, without an offset");
    } else if (written.isEmpty()) {
      schedule.drop(key, "hours without " + key + " are not understood");
    }
    return time;
  }
}
