package org.ariane.router.dispatch.webhook;

import java.time.Instant;
import java.util.Optional;

/// Times that a message carries in itself, so that each repeat says the same.
public final class MessageTimes {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int TIME_CHARS = 10;

  private MessageTimes() {}

  /// When an incident, alarm or message was named: its id begins with that.
  ///
  /// @param id a ULID after `in-`, `al-` or `msg_`
  public static Optional<Instant> named(String id) {
    int begin = Math.max(id.lastIndexOf('-'), id.lastIndexOf('_')) + 1;
    if (id.length() < begin + TIME_CHARS) {
      return Optional.empty();
    }
    long millis = 0;
    for (int i = begin; i < begin + TIME_CHARS; i++) {
      int digit = ALPHABET.indexOf(id.charAt(i));
      if (digit < 0) {
        return Optional.empty();
      }
      millis = millis << 5 | digit;
    }
    return Optional.of(Instant.ofEpochMilli(millis)).filter(at -> at.isBefore(END));
  }

  private static final Instant END = Instant.parse("9000-01-01T00:00:00Z");

  /// When what the message tells happened.
  public static Instant of(CentreFormat.Message message, Reading body) {
    return body.object("incident")
        .time("updatedAt")
        .or(() -> body.time("at"))
        .or(() -> named(message.id().value()))
        .filter(at -> at.isBefore(END) && at.isAfter(Instant.EPOCH))
        .orElse(Instant.EPOCH);
  }
}
