package org.ariane.directory.schedule;

import static org.ariane.directory.schedule.GeneratedHours.PARIS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Where we differ from the reference, held against the table of justified differences. A row is
/// `ours | theirs | which hours | which instants | why`: what each says (`1` open, `0` closed, `u`
/// perhaps, `r` refused, `e` a fault, `n` the next opening), and patterns of the hours and of the
/// local instant (as 2027-03-28T02:30+02:00).
final class Differences {
  private static final Path TABLE = Path.of("src/test/resources/schedule/differences.txt");
  private static final int SHOWN = 60;

  private record Row(String ours, String theirs, Pattern hours, Pattern instants, String why) {
    boolean justifies(String us, String them, String text, ZonedDateTime at) {
      return ours.contains(us)
          && theirs.contains(them)
          && hours.matcher(text).find()
          && instants.matcher(at.toOffsetDateTime().toString()).find();
    }
  }

  private final List<Row> rows;
  private final Set<Row> used = new HashSet<>();
  private final List<String> unjustified = new ArrayList<>();
  private final Set<String> shown = new HashSet<>();
  private final Map<String, Integer> figures = new TreeMap<>();

  private Differences(List<Row> rows) {
    this.rows = rows;
  }

  static Differences read() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String line : Files.readAllLines(TABLE)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] parts = line.split(" ¦ ", 5);
        rows.add(
            new Row(
                parts[0],
                parts[1],
                Pattern.compile(parts[2]),
                Pattern.compile(parts[3]),
                parts[4]));
      }
    }
    return new Differences(rows);
  }

  void compare(String text, String answer) {
    count("hours");
    HoursReading reading = HoursReading.of(text, HolidayFixtures.LILLE);
    List<Instant> instants = GeneratedHours.instants(text);
    if (answer.startsWith("refused") || reading instanceof HoursReading.Refused) {
      String us = reading instanceof HoursReading.Refused ? "r" : "a";
      String them = answer.startsWith("refused") ? "r" : "a";
      count("refused by " + (us.equals(them) ? "both" : us.equals("r") ? "us" : "them"));
      differ(us, them, text, instants.getFirst(), String.valueOf(reading));
      return;
    }
    OpeningHours hours = ((HoursReading.Understood) reading).hours();
    String[] parts = answer.split("\t", -1);
    for (int at = 0; at < instants.size(); at++) {
      count("instants");
      OpenSpan span = hours.spanAt(instants.get(at), PARIS);
      String us =
          switch (span.state()) {
            case OPEN -> "1";
            case CLOSED -> "0";
            case UNKNOWN -> "u";
          };
      differ(us, parts[0].substring(at, at + 1), text, instants.get(at), "");
    }
    String[] next = parts[1].split(",", -1);
    for (int at = 0; at < next.length; at++) {
      count("next openings");
      String us =
          hours
              .nextOpening(instants.get(at), PARIS)
              .map(opening -> String.valueOf(opening.toEpochMilli()))
              .orElse("-");
      if (!us.equals(next[at])) {
        differ(
            "n",
            next[at].length() > 1 ? "n" : next[at],
            text,
            instants.get(at),
            words(us) + " not " + words(next[at]));
      }
    }
  }

  private static String words(String millis) {
    return millis.length() > 1
        ? Instant.ofEpochMilli(Long.parseLong(millis)).atZone(PARIS).toString()
        : millis;
  }

  private void differ(String us, String them, String text, Instant at, String more) {
    if (us.equals(them) && !us.equals("n")) {
      return;
    }
    ZonedDateTime local = at.atZone(PARIS);
    for (Row row : rows) {
      if (row.justifies(us, them, text, local)) {
        count("justified");
        used.add(row);
        return;
      }
    }
    count("unjustified");
    if (unjustified.size() < SHOWN && shown.add(us + them + text)) {
      unjustified.add("%s, not %s: %s  at %s %s".formatted(us, them, text, local, more));
    }
  }

  private void count(String what) {
    figures.merge(what, 1, Integer::sum);
  }

  Map<String, Integer> figures() {
    return figures;
  }

  List<String> unjustified() {
    return unjustified;
  }

  List<String> unused() {
    return rows.stream().filter(row -> !used.contains(row)).map(Row::why).toList();
  }
}
