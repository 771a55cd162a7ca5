package org.ariane.directory.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// A number that can be dialled: E.164 (`+33320000000`) or a short code (`3919`, `112`). Its text
/// form is masked; [#dialled] is what goes to a trunk.
public record PhoneNumber(String dialled) {
  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final Pattern SHORT = Pattern.compile("[0-9]{2,6}");

  public PhoneNumber {
    if (!E164.matcher(dialled).matches() && !SHORT.matcher(dialled).matches()) {
      throw new IllegalArgumentException("a number is E.164 or a short code of 2 to 6 digits");
    }
  }

  /// An E.164 number as apps send it; empty for anything else, short codes too.
  public static Optional<PhoneNumber> e164(String text) {
    return E164.matcher(text).matches() ? Optional.of(new PhoneNumber(text)) : Optional.empty();
  }

  /// Reads a number as people write it in a country: `0800 30 030`, `+33 3 20 …`, `3919`.
  ///
  /// @param region the country, ISO 3166-1 alpha-2, by which numbers without a prefix are read
  public static Optional<PhoneNumber> parse(String text, String region) {
    String compact = text.replaceAll("[\\s.()/-]", "");
    if (SHORT.matcher(compact).matches()) {
      return Optional.of(new PhoneNumber(compact));
    }
    try {
      PhoneNumberUtil util = PhoneNumberUtil.getInstance();
      var number = util.parse(text, region);
      return util.isPossibleNumber(number)
          ? e164(util.format(number, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "PhoneNumber[masked]";
  }
}
