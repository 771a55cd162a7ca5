package org.ariane.directory.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedHoursTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "'' | hours are empty; write 24/7 for always and off for never",
        "'  ' | hours are empty; write 24/7 for always and off for never",
        "lundi 9h-17h | hours not understood: not in opening_hours syntax",
        "Mo 25:00-26:00 | hours not understood: not in opening_hours syntax",
        "Mo-Fr 08:00-12:00 Mo | hours not understood: not in opening_hours syntax",
        "Mo 09:00-12:0 | minutes of hours need two digits",
        "Mo 9.0-12.00 | minutes of hours need two digits",
        "Mo 10:00 | hours not understood: a time without an end",
        "Mo 10:00+ | hours not understood: a time without an end",
        "Mo 10:00-10:00 | hours not understood: a span that is empty or longer than a day",
        "Mo 10:00-46:00 | hours not understood: a span that is empty or longer than a day",
        "sunrise-sunset | hours not understood: sunrise and sunset",
        "Mo 10:00-16:00/90 | hours not understood: intervals",
        "SH off | hours not understood: SH, since nothing says whose school holidays count here",
        "SH -1 day off | hours not understood: days counted from school holidays",
        "week 54 off | hours not understood: a week number that no year has",
        "2030-2026 off | hours not understood: years that end before they begin",
        "Jan Mo[1] +Tu off | hours not understood: open-ended dates and weekdays counted from a date",
        "Feb 30 off | hours not understood: a day that its month does not have",
        "Jan 5+ 10:00-11:00 | hours not understood: open-ended dates and weekdays counted from a date",
        "2027 Jan 5-2026 Jan 6 off | hours not understood: dates that end before they begin",
      })
  void whatIsNotUnderstoodIsRefusedWithItsReason(String text, String reason) {
    assertThat(HoursReading.of(text, PublicHolidays.NONE))
        .isEqualTo(new HoursReading.Refused(reason));
  }

  @ParameterizedTest
  @CsvSource({"501", "100000"})
  void hoursOfAnyLengthAreRefusedBeforeTheyAreRead(int length) {
    assertThat(HoursReading.of("Mo,".repeat(length / 3 + 1), PublicHolidays.NONE))
        .isEqualTo(new HoursReading.Refused("hours are longer than 500 characters"));
  }
}
