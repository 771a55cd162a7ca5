package org.ariane.directory.service;

import java.util.regex.Pattern;

/// What every text of the directory that is shown keeps to: something to read, without markup or
/// control characters.
public final class PlainText {
  private static final Pattern MARKUP = Pattern.compile("</?[A-Za-z][^<>]*>");

  private PlainText() {}

  /// Throws [IllegalArgumentException] where the text is blank, longer than `most` characters, or
  /// not plain.
  public static void check(String text, int most) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("the text is empty");
    }
    if (text.length() > most) {
      throw new IllegalArgumentException("the text is longer than " + most + " characters");
    }
    if (MARKUP.matcher(text).find()) {
      throw new IllegalArgumentException("the text holds markup; plain text is expected");
    }
    if (text.codePoints().anyMatch(point -> Character.isISOControl(point) && point != '\n')) {
      throw new IllegalArgumentException("the text holds control characters");
    }
  }
}
