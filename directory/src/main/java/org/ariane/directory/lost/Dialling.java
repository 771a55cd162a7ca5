package org.ariane.directory.lost;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.Country;

/// A number as LoST names it.
final class Dialling {
  private Dialling() {}

  /// RFC 3966; a short code says in which country it is one, as `tel:3919;phone-context=+33`.
  static String uri(PhoneNumber number, Country country) {
    if (number.dialled().startsWith("+")) {
      return "tel:" + number.dialled();
    }
    int code = PhoneNumberUtil.getInstance().getCountryCodeForRegion(country.code());
    return "tel:" + number.dialled() + ";phone-context=+" + code;
  }

  /// The keys that a person presses in the number's own country.
  static String keys(PhoneNumber number) {
    if (!number.dialled().startsWith("+")) {
      return number.dialled();
    }
    try {
      PhoneNumberUtil util = PhoneNumberUtil.getInstance();
      return util.format(util.parse(number.dialled(), "ZZ"), PhoneNumberFormat.NATIONAL)
          .replaceAll("[^0-9]", "");
    } catch (NumberParseException e) {
      return number.dialled().substring(1);
    }
  }
}
