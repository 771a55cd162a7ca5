package org.ariane.directory.exchange;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Makes plain text of what people copied from web pages and mail: no markup, no entities, no
/// control or direction characters, no text that was encoded twice. In time linear in its length.
final class PlainTexts {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final int DEEPEST = 3;

  private PlainTexts() {}

  /// Never holds markup or control characters other than line feeds; may be empty.
  static String plain(String text) {
    String plain = twiceEncoded(text).orElse(text);
    for (int depth = 0; depth < DEEPEST && mayHoldMarkup(plain); depth++) {
      plain = HtmlEntities.decoded(withoutTags(plain));
    }
    if (mayHoldMarkup(plain)) {
      plain = withoutTags(plain);
    }
    return tidied(plain);
  }

  private static boolean mayHoldMarkup(String text) {
    return text.indexOf('<') >= 0 || text.indexOf('&') >= 0;
  }

  /// `FranÃ§ais` meant `Français`: UTF-8 that somebody read as windows-1252 and wrote again.
  static Optional<String> twiceEncoded(String text) {
    if (text.indexOf('Ã') < 0 && text.indexOf('Â') < 0 && text.indexOf('â') < 0) {
      return Optional.empty();
    }
    try {
      ByteBuffer bytes =
          WINDOWS
              .newEncoder()
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .encode(CharBuffer.wrap(text));
      String once = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      return once.equals(text) ? Optional.empty() : Optional.of(once);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static String withoutTags(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      char here = text.charAt(at);
      if (here != '<' || !opensTag(text, at + 1)) {
        plain.append(here);
        at++;
        continue;
      }
      int end = text.indexOf('>', at);
      if (end < 0) {
        // An unfinished tag: what is left is no text for people.
        break;
      }
      HtmlTag tag = HtmlTag.of(text, at, end);
      plain.append(tag.standsFor());
      at = tag.endOfContentToSkip(text, end + 1);
    }
    return plain.toString();
  }

  private static boolean opensTag(String text, int next) {
    if (next >= text.length()) {
      return false;
    }
    char first = text.charAt(next);
    return Character.isLetter(first) || first == '/' || first == '!' || first == '?';
  }

  private static String tidied(String text) {
    StringBuilder tidy = new StringBuilder(text.length());
    int breaks = 0;
    boolean blank = false;
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      at += Character.charCount(point);
      if (point == '\n' || point == '\u2028' || point == '\u2029') {
        breaks++;
        blank = false;
      } else if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
        blank = true;
      } else if (readable(point)) {
        if (!tidy.isEmpty()) {
          tidy.append(breaks > 0 ? "\n".repeat(Math.min(breaks, 2)) : blank ? " " : "");
        }
        breaks = 0;
        blank = false;
        tidy.appendCodePoint(point);
      }
    }
    return tidy.toString();
  }

  /// Not controls, lone surrogates, or characters that turn the direction of what follows.
  private static boolean readable(int point) {
    int type = Character.getType(point);
    boolean turns = (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    return type != Character.CONTROL
        && type != Character.SURROGATE
        && type != Character.UNASSIGNED
        && type != Character.PRIVATE_USE
        && point != 0xFEFF
        && point != 0xFFFD
        && !turns;
  }
}
