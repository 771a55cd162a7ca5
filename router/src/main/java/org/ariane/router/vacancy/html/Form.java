package org.ariane.router.vacancy.html;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.ariane.directory.service.Places;
import org.ariane.router.vacancy.LinkSeal;
import org.ariane.router.vacancy.Word;

/// What somebody sent by the page. What cannot be read is no word, and is never guessed.
///
/// @param token the secret part of the link; empty where there was none
record Form(String token, Optional<Word> word) {
  private static final int MOST_FIELDS = 10;

  /// Reads `application/x-www-form-urlencoded`: `link`, `free` (a number or `ask`), `other` (a
  /// number that counts instead, where it is filled in), `hours`.
  static Form of(String text) {
    Map<String, String> fields = fields(text);
    String other = fields.getOrDefault("other", "").strip();
    String free = other.isEmpty() ? fields.getOrDefault("free", "") : other;
    return new Form(fields.getOrDefault("link", ""), word(free, fields.getOrDefault("hours", "")));
  }

  private static Optional<Word> word(String free, String hours) {
    OptionalInt holds = number(hours, (int) Places.LONGEST.toHours());
    OptionalInt count = number(free, Places.MOST);
    if (holds.isEmpty() || holds.getAsInt() < 1 || (count.isEmpty() && !free.equals("ask"))) {
      return Optional.empty();
    }
    return Optional.of(new Word(count, Duration.ofHours(holds.getAsInt())));
  }

  /// Digits of any script: a telephone may write Arabic ones.
  private static OptionalInt number(String text, int most) {
    if (text.isEmpty() || text.length() > 4 || !text.chars().allMatch(Character::isDigit)) {
      return OptionalInt.empty();
    }
    int value = Integer.parseInt(text);
    return value <= most ? OptionalInt.of(value) : OptionalInt.empty();
  }

  private static Map<String, String> fields(String text) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : text.split("&", MOST_FIELDS)) {
      int equals = pair.indexOf('=');
      if (equals > 0 && pair.length() <= 2 * LinkSeal.LONGEST) {
        try {
          fields.put(
              pair.substring(0, equals),
              URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
          fields.remove(pair.substring(0, equals));
        }
      }
    }
    return fields;
  }
}
