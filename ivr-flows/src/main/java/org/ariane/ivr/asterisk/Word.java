package org.ariane.ivr.asterisk;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A text that may go to the telephone switch. The one gate before AMI actions and AGI variables:
/// asterisk-java does not filter line breaks, and a comma or a quote would start another variable,
/// so a word holds neither these nor any control character.
record Word(String value) {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_+.:/@#*&|=() -]{0,2000}");

  Word {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not a text for the telephone switch");
    }
  }

  static Word of(Object value) {
    return new Word(value.toString());
  }

  static Word of(long value) {
    return new Word(Long.toString(value));
  }

  static Word joined(List<Sound> sounds) {
    return new Word(sounds.stream().map(Sound::path).collect(Collectors.joining("&")));
  }

  @Override
  public String toString() {
    return value;
  }
}
