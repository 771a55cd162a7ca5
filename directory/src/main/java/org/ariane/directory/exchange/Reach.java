package org.ariane.directory.exchange;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.Country;
import org.ariane.directory.place.Position;
import org.ariane.directory.schedule.HoursReading;
import org.ariane.directory.schedule.OpeningHours;
import org.ariane.directory.schedule.PublicHolidays;

/// Reads numbers, web addresses, points, postcodes and hours as people write them. What is read in
/// another way than written, or cannot be read, is told at the item.
public final class Reach {
  private static final Pattern COMPUTED = Pattern.compile("[0-9][.,][0-9]+[eE][+-]?[0-9]+");

  /// RFC 3986, with a name for its host, and letters of all languages in what follows.
  private static final Pattern WEB_ADDRESS =
      Pattern.compile(
          "https://(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\\.)+[A-Za-z](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
              + "(?::[0-9]{1,5})?"
              + "(?:[/?](?:[\\p{L}\\p{N}._~:/?@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*+)?"
              + "(?:#(?:[\\p{L}\\p{N}._~:/?@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*+)?");

  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final Pattern SHORT = Pattern.compile("[0-9]{2,6}");
  private static final Pattern SEVERAL = Pattern.compile("[/;,|]|\\s(?:ou|et|or|of|und)\\s");
  private static final int LONGEST_NUMBER = 80;
  private static final int FRENCH = 5;

  private Reach() {}

  /// A number that can be dialled in that country; of several the first.
  public static Optional<PhoneNumber> number(Item item, String key, Country country) {
    Optional<String> written = item.code(key);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    String text = bare(written.get());
    if (text.length() > LONGEST_NUMBER || COMPUTED.matcher(text).matches()) {
      item.drop(key, "not a telephone number: a spreadsheet may have computed it");
      return Optional.empty();
    }
    Optional<PhoneNumber> whole = dialled(text, country);
    if (whole.isPresent()) {
      if (lostNought(text, country)) {
        item.repaired(key, "the leading zero of the number was lost");
      }
      return whole;
    }
    List<PhoneNumber> several =
        SEVERAL.splitAsStream(text).flatMap(part -> dialled(part, country).stream()).toList();
    if (several.isEmpty()) {
      item.drop(key, "not a number that can be dialled");
      return Optional.empty();
    }
    item.repaired(key, "of several numbers in one field the first is taken");
    return Optional.of(several.getFirst());
  }

  private static String bare(String text) {
    return text.replace("\"", "")
        .replace("tel:", "")
        .replace("(0)", "")
        .replace('\u00A0', ' ')
        .replace('\u202F', ' ')
        .strip();
  }

  /// Short codes must exist in the country, or half a number would be one.
  private static Optional<PhoneNumber> dialled(String text, Country country) {
    Optional<PhoneNumber> number = PhoneNumber.parse(text.strip(), country.code());
    return number.filter(
        each -> !SHORT.matcher(each.dialled()).matches() || shortCode(each.dialled(), country));
  }

  private static boolean shortCode(String digits, Country country) {
    try {
      return ShortNumberInfo.getInstance()
          .isValidShortNumberForRegion(
              PhoneNumberUtil.getInstance().parse(digits, country.code()), country.code());
    } catch (NumberParseException e) {
      return false;
    }
  }

  private static boolean lostNought(String text, Country country) {
    return DIGITS.matcher(text).matches()
        && !text.startsWith("0")
        && !SHORT.matcher(text).matches()
        && (country.equals(Country.FR) || country.equals(Country.BE));
  }

  /// An `https` address; others are dropped, since what she reads there could be read on the way.
  public static Optional<String> page(Item item, String key) {
    return item.code(key)
        .flatMap(text -> {
          if (WEB_ADDRESS.matcher(text).matches()) {
            return Optional.of(text);
          }
          item.drop(key, "a web address begins with https://");
          return Optional.empty();
        });
  }

  /// A point of the country. One that is turned round, or lies elsewhere, is dropped and not turned
  /// back: who mixed up two numbers may have mixed up more.
  public static Optional<Position> point(Item item, String lat, String lon, Country country) {
    OptionalDouble north = item.number(lat);
    OptionalDouble east = item.number(lon);
    if (north.isEmpty() || east.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> against = Outside.of(country, north.getAsDouble(), east.getAsDouble());
    if (against.isPresent()) {
      item.drop(lat, against.get());
      return Optional.empty();
    }
    return Optional.of(new Position(north.getAsDouble(), east.getAsDouble()));
  }

  /// A postcode as written; in France four digits have lost their leading zero.
  public static Optional<String> postcode(Item item, String key, Country country) {
    return item.code(key)
        .filter(text -> {
          boolean fits = text.length() <= 12;
          if (!fits) {
            item.drop(key, "not a postcode");
          }
          return fits;
        })
        .map(text -> {
          if (country.equals(Country.FR)
              && text.length() == FRENCH - 1
              && DIGITS.matcher(text).matches()) {
            item.repaired(key, "the leading zero of the postcode was lost");
            return "0" + text;
          }
          return text;
        });
  }

  /// Hours in OSM `opening_hours` syntax; what is not understood is dropped.
  public static Optional<OpeningHours> hours(Item item, String key, PublicHolidays holidays) {
    return item.code(key)
        .flatMap(text ->
            switch (HoursReading.of(text, holidays)) {
              case HoursReading.Understood(OpeningHours hours) -> Optional.of(hours);
              case HoursReading.Refused(String reason) -> {
                item.drop(key, reason);
                yield Optional.empty();
              }
            });
  }

  /// Of a service that says nothing of its hours: nobody is sent to a door that may be closed.
  public static OpeningHours unknownHours() {
    for (String text : List.of("unknown", "off")) {
      if (HoursReading.of(text, PublicHolidays.NONE)
          instanceof HoursReading.Understood(OpeningHours hours)) {
        return hours;
      }
    }
    throw new IllegalStateException("`off` is understood");
  }
}
