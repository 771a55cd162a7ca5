package org.ariane.directory.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Hours from a seeded grammar, and the instants at which they are asked.
final class GeneratedHours {
  static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final int INSTANTS = 24;
  private static final String[] DAYS = {"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"};
  private static final String[] MONTHS = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
  };
  private static final int[] LENGTHS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  private static final Pattern CLOCK = Pattern.compile("([012][0-9]):([0-5][0-9])");

  /// Changes of the clock, new years, holidays, leap day, ends of school holidays.
  private static final List<LocalDate> EVENTFUL =
      List.of(
          LocalDate.of(2026, 10, 24),
          LocalDate.of(2026, 10, 25),
          LocalDate.of(2027, 3, 27),
          LocalDate.of(2027, 3, 28),
          LocalDate.of(2026, 11, 11),
          LocalDate.of(2026, 12, 25),
          LocalDate.of(2026, 12, 31),
          LocalDate.of(2027, 1, 1),
          LocalDate.of(2027, 1, 2),
          LocalDate.of(2027, 5, 6),
          LocalDate.of(2027, 7, 14),
          LocalDate.of(2028, 2, 28),
          LocalDate.of(2028, 2, 29),
          LocalDate.of(2028, 3, 1),
          LocalDate.of(2027, 12, 31),
          LocalDate.of(2028, 1, 1));

  private final Random random;

  GeneratedHours(long seed) {
    this.random = new Random(seed);
  }

  String next() {
    StringBuilder text = new StringBuilder(rule());
    int more = random.nextInt(10);
    for (int count = more < 4 ? 0 : more < 8 ? 1 : 2; count > 0; count--) {
      text.append(pick("; ", "; ", "; ", ", ", " || ")).append(rule());
    }
    return text.toString();
  }

  private String rule() {
    if (chance(4)) {
      return pick("24/7", "PH off", "PH off", "Su off", "SH off", "\"on request\"", "unknown");
    }
    String days = days();
    String times = chance(15) && !days.isEmpty() ? "" : times();
    String both = (days + " " + times).strip();
    return both.isEmpty() ? "09:00-17:00" : both + modifier();
  }

  private String modifier() {
    return switch (random.nextInt(16)) {
      case 0, 1 -> " off";
      case 2 -> " closed";
      case 3 -> " open";
      case 4 -> " unknown";
      case 5 -> " \"by appointment\"";
      case 6 -> " open \"ring twice\"";
      default -> "";
    };
  }

  private String days() {
    String wide =
        switch (random.nextInt(14)) {
          case 0 -> month();
          case 1 -> month() + "-" + month();
          case 2 -> date() + "-" + date();
          case 3 -> date();
          case 4 -> "week " + week();
          case 5 -> pick("2026", "2027", "2026-2027", "2027+", "2026-2030/2");
          case 6 ->
              pick(
                  "easter",
                  "easter -2 days",
                  "easter -2 days-easter +1 day",
                  "Mar Su[-1]-Oct Su[-1]",
                  "Jul Mo[1]");
          default -> "";
        };
    String narrow =
        switch (random.nextInt(14)) {
          case 0 -> "";
          case 1 -> pick("PH", "SH", "PH,SH", "PH +1 day", "PH -1 day");
          case 2 -> pick("PH,", "SH,") + weekdays();
          case 3 -> weekdays() + pick(",PH", ",SH");
          case 4 -> pick("PH ", "SH ") + weekdays();
          case 5 ->
              day() + pick("[1]", "[2]", "[-1]", "[1,3]", "[2-4]", "[1] +1 day", "[-1] -2 days");
          default -> weekdays();
        };
    return (wide + " " + narrow).strip();
  }

  private String weekdays() {
    return switch (random.nextInt(4)) {
      case 0 -> day();
      case 1 -> day() + "," + day();
      default -> {
        String first = day();
        String last = day();
        yield first.equals(last) ? first : first + "-" + last;
      }
    };
  }

  private String week() {
    int first = 1 + random.nextInt(52);
    int last = Math.min(53, first + 1 + random.nextInt(20));
    return switch (random.nextInt(4)) {
      case 0 -> String.format("%02d", first);
      case 1 -> String.format("%02d-%02d/2", first, last);
      default -> String.format("%02d-%02d", first, last);
    };
  }

  private String times() {
    return switch (random.nextInt(8)) {
      case 0 -> "00:00-24:00";
      case 1 -> clock(18 + random.nextInt(6)) + "-" + clock(random.nextInt(7));
      case 2 -> clock(20) + "-" + clock(24 + random.nextInt(4));
      case 3, 4 ->
          clock(8)
              + "-"
              + clock(11 + random.nextInt(2))
              + ","
              + clock(13 + random.nextInt(2))
              + "-"
              + clock(16 + random.nextInt(7));
      case 5 -> clock(random.nextInt(3)) + "-" + clock(3 + random.nextInt(4));
      default -> clock(7 + random.nextInt(4)) + "-" + clock(13 + random.nextInt(10));
    };
  }

  private String clock(int hour) {
    return String.format("%02d:%s", hour, pick("00", "00", "30", "15"));
  }

  private String date() {
    int month = random.nextInt(12);
    return String.format("%s %02d", MONTHS[month], 1 + random.nextInt(LENGTHS[month]));
  }

  private String month() {
    return MONTHS[random.nextInt(12)];
  }

  private String day() {
    return DAYS[random.nextInt(7)];
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  /// Always the same for the same hours, so that recorded answers need not name them.
  static List<Instant> instants(String text) {
    Random random = new Random(text.hashCode());
    List<LocalTime> ends = new ArrayList<>();
    Matcher clocks = CLOCK.matcher(text);
    while (clocks.find()) {
      int hour = Integer.parseInt(clocks.group(1)) % 24;
      ends.add(LocalTime.of(hour, Integer.parseInt(clocks.group(2))));
    }
    List<Instant> instants = new ArrayList<>();
    for (int at = 0; at < INSTANTS; at++) {
      LocalDate date =
          at % 3 == 0
              ? EVENTFUL.get(random.nextInt(EVENTFUL.size()))
              : LocalDate.of(2026, 9, 1).plusDays(random.nextInt(660));
      LocalTime time = LocalTime.MIDNIGHT.plusMinutes(5L * random.nextInt(288));
      if (at % 2 == 0 && !ends.isEmpty()) {
        time = ends.get(random.nextInt(ends.size())).minusMinutes(random.nextInt(2));
      }
      instants.add(date.atTime(time).atZone(PARIS).toInstant());
    }
    return instants;
  }
}
