package org.ariane.ivr.asterisk;

import org.ariane.directory.phone.PhoneNumber;

/// What is dialled instead of a line's number so that the call counts as an exercise. Only who
/// knows the switch's secret can tell it, so that no call from outside, by the trunk neither, can
/// pass itself off as one.
public record ExerciseLine(String dialled) {
  public static ExerciseLine of(PhoneNumber line, String switchSecret) {
    return new ExerciseLine(
        "exercise-" + Derived.exercise(switchSecret) + "-" + DialNumber.of(line).value());
  }

  @Override
  public String toString() {
    return "ExerciseLine[masked]";
  }
}
