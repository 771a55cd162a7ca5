package org.ariane.router.redlist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ariane.router.alarm.Address;

/// An address by commune, street and house number, however it was written. The commune is its
/// postcode, its name, or both; two are the same by postcode where both have one, else by name.
/// Box, floor and building do not count.
///
/// @param postcode digits; empty when not told
/// @param city as [StreetWords] writes it; empty when not told
/// @param number as `12bis`; empty when not told
record AddressKey(String postcode, String city, String street, String number) {
  private static final Pattern POSTCODE =
      Pattern.compile("(?:^|\\s)(?:[a-z]{1,2}[ -]?)?(\\d{4,5})$");
  private static final Pattern COMMUNE =
      Pattern.compile("^(?:[A-Za-z]{1,2}[ -])?(\\d{4}|\\d{2} ?\\d{3})(?:\\s+(.+))?$");

  /// Empty where street or commune is missing.
  static Optional<AddressKey> of(Address address) {
    List<String> parts =
        Arrays.stream(address.text().orElse("").split("[,;\\n]", -1))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .toList();
    String postcode = address.postcode().map(AddressKey::digits).orElse("");
    String city = address.city().map(StreetWords::commune).orElse("");
    List<String> street = new ArrayList<>();
    for (String part : parts) {
      Matcher commune = COMMUNE.matcher(part);
      if (!street.isEmpty() && commune.matches()) {
        postcode = postcode.isEmpty() ? commune.group(1).replace(" ", "") : postcode;
        String named = Optional.ofNullable(commune.group(2)).map(StreetWords::commune).orElse("");
        city = city.isEmpty() ? named : city;
        break;
      }
      if (street.stream().anyMatch(AddressKey::names)
          && (StreetWords.commune(part).equals(city) || !StreetWords.goesOn(part))) {
        // What stands behind street and number: a commune, a region, a country.
        city = city.isEmpty() && !StreetWords.unit(part) ? StreetWords.commune(part) : city;
        if (StreetWords.unit(part)) {
          continue;
        }
        break;
      }
      if (!StreetWords.unit(part)) {
        street.add(part);
      }
    }
    StreetWords words = StreetWords.of(String.join(" ", street));
    if (words.street().isEmpty() || (postcode.isEmpty() && city.isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(new AddressKey(postcode, city, words.street(), words.number()));
  }

  /// Whether a part names a street, not only a house number.
  private static boolean names(String part) {
    return !StreetWords.of(part).street().isEmpty();
  }

  /// `94700` of `F-94700` or `94 700`.
  private static String digits(String told) {
    String plain =
        told.strip().toLowerCase(java.util.Locale.ROOT).replaceAll("(?<=\\d) (?=\\d)", "");
    Matcher found = POSTCODE.matcher(plain);
    return found.find() ? found.group(1) : StreetWords.commune(plain);
  }

  List<String> terms() {
    List<String> terms = new ArrayList<>();
    String house = ":" + street + ":" + number;
    if (!postcode.isEmpty()) {
      terms.add("address:p:" + postcode + house);
    }
    if (!city.isEmpty()) {
      terms.add("address:c:" + city + house);
    }
    return terms;
  }

  boolean same(AddressKey other) {
    boolean bothCoded = !postcode.isEmpty() && !other.postcode.isEmpty();
    return street.equals(other.street)
        && number.equals(other.number)
        && (bothCoded
            ? postcode.equals(other.postcode)
            : !city.isEmpty() && city.equals(other.city));
  }

  @Override
  public String toString() {
    return "AddressKey[masked]";
  }
}
