package org.ariane.router.desk;

import java.time.Instant;
import java.util.Locale;

/// One message of a conversation. Its text form is masked: what people write is never logged.
public record Message(MessageId id, Author author, String text, Instant at) {
  /// Who wrote it, as the operator who reads it sees it. The wire name is the constant in lower
  /// case with hyphens.
  public enum Author {
    VISITOR,
    OPERATOR,
    EARLIER_OPERATOR;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Override
  public String toString() {
    return "Message[" + author + ", masked]";
  }
}
