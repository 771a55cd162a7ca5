package org.ariane.router.alarm.aml;

import java.util.regex.Pattern;

/// Takes the identities of a card (IMSI) and of a phone (IMEI) out of a text: nobody who sends help
/// needs them, and whoever reads them later could follow her.
final class Identities {
  private static final Pattern NAMED =
      Pattern.compile("\\b(si|ei)\\s*=[^;]*", Pattern.CASE_INSENSITIVE);

  /// An IMSI has mostly 15 digits, an IMEI 15 or 16; a time has 14.
  private static final Pattern LONG_NUMBER = Pattern.compile("\\d{15,}");

  private Identities() {}

  static String removed(String text) {
    String unnamed = NAMED.matcher(text).replaceAll("$1=removed");
    return LONG_NUMBER.matcher(unnamed).replaceAll("removed");
  }
}
