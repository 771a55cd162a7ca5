package org.ariane.directory.service;

import java.util.List;
import java.util.Optional;
import org.ariane.directory.place.Country;

/// A postal address that may be shown. Free text, since addresses of all countries are kept as they
/// are written there.
///
/// @param street one to three lines without the town; may be empty
/// @param postcode as written in its country
public record Address(
    List<String> street, Optional<String> postcode, String city, Country country) {
  private static final int LONGEST_LINE = 200;
  private static final int LONGEST_POSTCODE = 12;
  private static final int MOST_LINES = 3;

  public Address {
    street = List.copyOf(street);
    if (street.size() > MOST_LINES) {
      throw new IllegalArgumentException("an address has at most three lines before its town");
    }
    street.forEach(line -> PlainText.check(line, LONGEST_LINE));
    postcode.ifPresent(text -> PlainText.check(text, LONGEST_POSTCODE));
    PlainText.check(city, LONGEST_LINE);
  }
}
