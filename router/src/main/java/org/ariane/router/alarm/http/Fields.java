package org.ariane.router.alarm.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ariane.router.alarm.http.LenientJson.Nothing;

/// Typed access to the fields of one object. An absent or null field is absent; one that cannot be
/// used is absent too, and its pointer is added to the list.
final class Fields {
  private final Map<?, ?> fields;
  private final String pointer;
  private final List<String> degraded;

  /// One object of the body.
  ///
  /// @param pointer where it lies in the body, `` for the body itself
  Fields(Map<?, ?> fields, String pointer, List<String> degraded) {
    this.fields = fields;
    this.pointer = pointer;
    this.degraded = degraded;
  }

  boolean has(String name) {
    return value(name).isPresent();
  }

  Optional<Object> value(String name) {
    return Optional.<Object>ofNullable(fields.get(name)).filter(value -> value != Nothing.NULL);
  }

  /// A text without control characters, cut at `most` characters (and then named); blank is absent.
  Optional<String> text(String name, int most) {
    Optional<Object> value = value(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (!(value.get() instanceof String raw)) {
      return bad(name);
    }
    String clean = clean(raw);
    if (clean.length() <= most) {
      return Optional.of(clean).filter(text -> !text.isEmpty());
    }
    degraded.add(pointer + "/" + name);
    int end = Character.isHighSurrogate(clean.charAt(most - 1)) ? most - 1 : most;
    return Optional.of(clean.substring(0, end));
  }

  Optional<Boolean> flag(String name) {
    Optional<Object> value = value(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    return value.get() instanceof Boolean flag ? Optional.of(flag) : bad(name);
  }

  /// A number in a range. One that was sent as a text is used, and named.
  Optional<Double> number(String name, double from, double to) {
    Optional<Object> value = value(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Optional<Double> number =
        switch (value.get()) {
          case Double given -> Optional.of(given);
          case String text -> {
            degraded.add(pointer + "/" + name);
            yield parse(text);
          }
          default -> Optional.empty();
        };
    if (number.isPresent() && number.get() >= from && number.get() <= to) {
      return number;
    }
    return degraded.contains(pointer + "/" + name) ? Optional.empty() : bad(name);
  }

  /// An RFC 3339 time, not more than `plausibleDays` from now.
  Optional<Instant> time(String name, Instant now, long plausibleDays) {
    Optional<Object> value = value(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.get() instanceof String text) {
      try {
        Instant at = Rfc3339.parse(text);
        if (Math.abs(at.getEpochSecond() - now.getEpochSecond()) <= plausibleDays * 86_400) {
          return Optional.of(at);
        }
      } catch (DateTimeException e) {
        return bad(name);
      }
    }
    return bad(name);
  }

  <T> Optional<T> bad(String name) {
    degraded.add(pointer + "/" + name);
    return Optional.empty();
  }

  private static Optional<Double> parse(String text) {
    try {
      return text.length() > 32 ? Optional.empty() : Optional.of(Double.parseDouble(text.strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /// Without control characters (but line breaks and tabs) and halves of surrogate pairs.
  static String clean(String raw) {
    StringBuilder clean = new StringBuilder(raw.length());
    raw.codePoints()
        .filter(c -> !Character.isISOControl(c) || c == '\n' || c == '\r' || c == '\t')
        .map(c -> c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c)
        .forEach(clean::appendCodePoint);
    return clean.toString().strip();
  }
}
