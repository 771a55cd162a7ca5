package org.ariane.router.vacancy.http;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.ariane.directory.service.Places;
import org.ariane.router.directory.http.BodyFields;
import org.ariane.router.vacancy.Word;

/// `{"free": 0..1000 | "ask", "expires"?: RFC 3339}`; without `expires` it holds for 12 hours.
final class WordReader {
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final String FREE = "a whole number from 0 to 1000, or \"ask\"";

  private WordReader() {}

  /// Answers 400 where anything of it cannot be used.
  static Word read(JsonObject body, Instant now) {
    BodyFields fields = new BodyFields(body);
    OptionalInt free = OptionalInt.empty();
    switch (body.getValue("free")) {
      case Integer count when count >= 0 && count <= Places.MOST -> free = OptionalInt.of(count);
      case String text when text.equals("ask") -> {}
      case null, default -> fields.wrong("free", FREE);
    }
    Optional<Instant> expires = fields.instant("expires", now);
    Duration holds = expires.map(until -> Duration.between(now, until)).orElse(Word.USUAL);
    boolean usable = holds.compareTo(SHORTEST) >= 0 && holds.compareTo(Places.LONGEST) <= 0;
    if (!usable) {
      fields.wrong("expires", "one minute to 72 hours from now");
    }
    fields.check();
    return new Word(free, holds);
  }
}
