package org.ariane.ivr.asterisk;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a waiting caller was told last, and what she is still to be told.
///
/// @param place in the queue; 0 before any was said
/// @param minutes that were said; 0 where none were
/// @param lost she lost the person she talked with, and has not been told yet
/// @param missed nobody answered where it rang for long, and she has not been told yet
/// @param choices that there are other ways than to go on waiting
record Heard(int place, int minutes, boolean lost, boolean missed, boolean choices) {
  static final Heard NOTHING = new Heard(0, 0, false, false, false);

  private static final Pattern SHAPE = Pattern.compile("([0-9]{1,4})\\.([0-9]{1,4})(l?)(m?)(c?)");

  Heard numbers(int place, int minutes) {
    return new Heard(place, minutes, lost, missed, choices);
  }

  Heard withChoices(boolean said) {
    return new Heard(place, minutes, lost, missed, said);
  }

  Heard hasLost() {
    return new Heard(0, 0, true, false, choices);
  }

  Heard hasMissed() {
    return new Heard(place, minutes, lost, true, choices);
  }

  Heard upToDate() {
    return new Heard(place, minutes, false, false, choices);
  }

  /// Empty where there is nothing to remember.
  Optional<String> pack() {
    return equals(NOTHING)
        ? Optional.empty()
        : Optional.of(
            Math.min(place, 9_999)
                + "."
                + minutes
                + (lost ? "l" : "")
                + (missed ? "m" : "")
                + (choices ? "c" : ""));
  }

  static Heard unpack(String text) {
    Matcher matcher = SHAPE.matcher(text);
    return matcher.matches()
        ? new Heard(
            Integer.parseInt(matcher.group(1)),
            Integer.parseInt(matcher.group(2)),
            !matcher.group(3).isEmpty(),
            !matcher.group(4).isEmpty(),
            !matcher.group(5).isEmpty())
        : NOTHING;
  }
}
