package org.ariane.directory.place;

import java.util.Optional;
import java.util.regex.Pattern;

/// A postcode with its country, which its length tells where it is not said: five digits are
/// French, four are Belgian (the keypad has no letters).
public record Postcode(Country country, String digits) {
  private static final Pattern DIGITS = Pattern.compile("[0-9]{4,5}");

  public Postcode {
    if (!DIGITS.matcher(digits).matches()) {
      throw new IllegalArgumentException("a postcode has four or five digits");
    }
  }

  /// Reads what a person typed; empty where no country that we serve writes postcodes so.
  public static Optional<Postcode> parse(String text) {
    String digits = text.strip();
    if (!DIGITS.matcher(digits).matches()) {
      return Optional.empty();
    }
    return Optional.of(new Postcode(digits.length() == 5 ? Country.FR : Country.BE, digits));
  }

  @Override
  public String toString() {
    return "Postcode[masked]";
  }
}
