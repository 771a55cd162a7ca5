package org.ariane.router.desk;

import java.util.Optional;
import java.util.regex.Pattern;

/// The name that a writer gave to a message; the same name again is the same message. Visitors and
/// operators name theirs apart.
public record MessageId(String value) {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  public MessageId {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("a message id is 1 to 64 letters, digits, - and _");
    }
  }

  public static Optional<MessageId> parse(String text) {
    return SHAPE.matcher(text).matches() ? Optional.of(new MessageId(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
