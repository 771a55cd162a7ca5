package org.ariane.ivr.asterisk;

import java.util.regex.Pattern;
import org.ariane.directory.phone.PhoneNumber;

/// What a trunk is asked to dial. Only ever made from a number of the directory or the
/// configuration, never from what a caller sent.
record DialNumber(String value) {
  private static final Pattern SHAPE = Pattern.compile("[+0-9]{2,16}");

  DialNumber {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not a number that a trunk can dial");
    }
  }

  static DialNumber of(PhoneNumber number) {
    return new DialNumber(number.dialled());
  }

  @Override
  public String toString() {
    return "DialNumber[masked]";
  }
}
