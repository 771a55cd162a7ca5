package org.ariane.ivr.prompt;

import java.util.regex.Pattern;

/// The name of one prompt in every language, and of its sound file, as `alarm-stored`.
public record PromptKey(String value) {
  private static final Pattern SHAPE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+){0,5}");

  public PromptKey {
    if (value.length() > 40 || !SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("a prompt key is lower-case words joined by hyphens");
    }
  }

  /// Whether a text from a file is shaped like one.
  public static boolean isValid(String text) {
    return text.length() <= 40 && SHAPE.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
