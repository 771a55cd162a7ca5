package org.ariane.router.alarm.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Rfc3339Test {
  private static final List<String> TIMES =
      List.of(
          "2026-11-24T12:30:05Z",
          "2026-11-24T12:30:05.1Z",
          "2026-11-24T12:30:05.123456789Z",
          " 2026-11-24t12:30:05.120z ",
          "2026-11-24 12:30:05+01:00",
          "2024-02-29T23:59:59.999Z");

  @Test
  void readsWhatTheGeneralReaderReads() {
    for (String time : TIMES) {
      assertThat(Rfc3339.parse(time)).as(time).isEqualTo(general(time).orElseThrow());
    }
  }

  /// A character changed anywhere is read, or refused, as the general reader does.
  @Test
  void isNoMoreLenientThanTheGeneralReader() {
    Random random = new Random(94);
    String signs = "0123456789TZtz:.-+ ,é";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder time = new StringBuilder(TIMES.get(random.nextInt(TIMES.size())));
      time.setCharAt(random.nextInt(time.length()), signs.charAt(random.nextInt(signs.length())));
      if (random.nextInt(4) == 0) {
        time.deleteCharAt(random.nextInt(time.length()));
      }
      String text = time.toString();
      Optional<Instant> wanted = general(text);
      if (wanted.isPresent()) {
        assertThat(Rfc3339.parse(text)).as(text).isEqualTo(wanted.get());
      } else {
        assertThatThrownBy(() -> Rfc3339.parse(text))
            .as(text)
            .isInstanceOf(DateTimeException.class);
      }
    }
  }

  private static Optional<Instant> general(String text) {
    try {
      String iso = text.strip().toUpperCase(java.util.Locale.ROOT).replace(' ', 'T');
      return Optional.of(OffsetDateTime.parse(iso).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
