package org.ariane.router.dispatch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Pattern;
import org.ariane.directory.phone.PhoneNumber;

/// How a centre's duty officer is reached and recognised by telephone. Its text form is masked.
///
/// @param pin 4 to 12 digits
public record DutyOfficer(PhoneNumber number, String pin) {
  private static final Pattern PIN = Pattern.compile("[0-9]{4,12}");

  public DutyOfficer {
    if (!isPin(pin)) {
      throw new IllegalArgumentException("a PIN has 4 to 12 digits");
    }
  }

  /// Whether a text from outside is shaped like a PIN.
  public static boolean isPin(String text) {
    return PIN.matcher(text).matches();
  }

  /// Takes as long for a wrong PIN as for the right one.
  public boolean knows(String entered) {
    return MessageDigest.isEqual(
        entered.getBytes(StandardCharsets.UTF_8), pin.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "DutyOfficer[masked]";
  }
}
