package org.ariane.chat.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Cuts a text into messages, at a space or line break where there is one. Several are numbered,
/// since nobody keeps their order on the way.
public final class Parts {
  private static final int NUMBER = " (99/99)".length();

  private Parts() {}

  /// The messages in order; none for a blank text.
  ///
  /// @param bytes of UTF-8 that one message holds, at least 40
  public static List<String> of(String text, int bytes) {
    String left = text.strip();
    if (length(left) <= bytes) {
      return left.isEmpty() ? List.of() : List.of(left);
    }
    List<String> parts = new ArrayList<>();
    while (!left.isEmpty()) {
      int end = end(left, bytes - NUMBER);
      parts.add(left.substring(0, end).strip());
      left = left.substring(end).strip();
    }
    List<String> numbered = new ArrayList<>();
    for (String part : parts) {
      numbered.add(part + " (" + (numbered.size() + 1) + "/" + parts.size() + ")");
    }
    return numbered;
  }

  private static int end(String text, int bytes) {
    int most = 0;
    int used = 0;
    while (most < text.length()) {
      int point = text.codePointAt(most);
      used += length(Character.toString(point));
      if (used > bytes) {
        break;
      }
      most += Character.charCount(point);
    }
    if (most == text.length()) {
      return most;
    }
    int space = most;
    while (space > most / 2 && !Character.isWhitespace(text.charAt(space))) {
      space--;
    }
    return space > most / 2 ? space : most;
  }

  private static int length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
