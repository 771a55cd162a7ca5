package org.ariane.directory.place;

import java.util.Locale;
import java.util.Set;

/// An ISO 3166-1 alpha-2 country code, upper case.
public record Country(String code) {
  // First, since the countries below are checked against it.
  private static final Set<String> KNOWN = Set.of(Locale.getISOCountries());

  public static final Country FR = new Country("FR");
  public static final Country BE = new Country("BE");

  public Country {
    if (!KNOWN.contains(code)) {
      throw new IllegalArgumentException("not an ISO 3166-1 country: two capital letters expected");
    }
  }
}
