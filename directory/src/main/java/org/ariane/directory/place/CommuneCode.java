package org.ariane.directory.place;

import java.util.Map;
import java.util.regex.Pattern;

/// The number by which a state knows a commune: INSEE in France (`94046`, `2A004`, `97411`), NIS in
/// Belgium (`62063`). Not a postcode, though it looks like one.
public record CommuneCode(Country country, String code) {
  private static final Map<Country, Pattern> SHAPES =
      Map.of(
          Country.FR, Pattern.compile("[0-9][0-9AB][0-9]{3}"),
          Country.BE, Pattern.compile("[1-9][0-9]{4}"));
  private static final Pattern OTHER = Pattern.compile("[0-9A-Z]{1,12}");

  public CommuneCode {
    if (!SHAPES.getOrDefault(country, OTHER).matcher(code).matches()) {
      throw new IllegalArgumentException("not the code of a commune of " + country.code());
    }
  }

  /// The department in France (`59`, `2A`, `974`), the arrondissement in Belgium (`62`); the whole
  /// code elsewhere.
  public String department() {
    if (country.equals(Country.FR)) {
      return code.substring(0, code.startsWith("97") || code.startsWith("98") ? 3 : 2);
    }
    return country.equals(Country.BE) ? code.substring(0, 2) : code;
  }

  @Override
  public String toString() {
    return country.code() + "-" + code;
  }
}
