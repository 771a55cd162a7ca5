package org.ariane.directory.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Holds the evaluator against recorded answers of opening_hours.js.
class ReferenceImplementationTest {
  private static final List<LocalTime> CLOCKS =
      Arrays.stream(
              "00:00 00:30 01:45 03:15 05:59 08:30 09:00 10:15 11:15 12:15 13:00 14:30 16:59 17:00 20:30 22:00 23:59"
                  .split(" ", -1))
          .map(LocalTime::parse)
          .toList();

  @Test
  void opensAndClosesWhenTheReferenceDoes() throws IOException {
    List<String> expected = recorded();

    List<String> actual = expected.stream().map(ReferenceImplementationTest::answered).toList();

    assertThat(expected).hasSizeGreaterThan(900);
    assertThat(actual).containsExactlyElementsOf(expected);
  }

  private static List<String> recorded() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            ReferenceImplementationTest.class.getResourceAsStream(
                "/schedule/opening_hours_js.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }

  private static String answered(String row) {
    String[] parts = row.split(" \\| ", -1);
    OpeningHours hours = HolidayFixtures.hours(parts[0]);
    LocalDate day = LocalDate.parse(parts[1]);
    return CLOCKS.stream()
        .map(clock -> day.atTime(clock).toInstant(ZoneOffset.UTC))
        .map(at -> hours.openAt(at, ZoneOffset.UTC) ? "1" : "0")
        .collect(Collectors.joining("", parts[0] + " | " + parts[1] + " | ", ""));
  }
}
