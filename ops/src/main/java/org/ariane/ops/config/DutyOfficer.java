package org.ariane.ops.config;

import org.ariane.directory.phone.PhoneNumber;

/// Who is rung when a centre takes nothing. Its text form shows neither.
///
/// @param pin 4 to 8 digits that prove who is on the phone, before anything is said
public record DutyOfficer(PhoneNumber number, String pin) {
  public DutyOfficer {
    if (!isPin(pin)) {
      throw new IllegalArgumentException("a PIN has 4 to 8 digits");
    }
  }

  static boolean isPin(String text) {
    return text.matches("[0-9]{4,8}");
  }

  @Override
  public String toString() {
    return "DutyOfficer[masked]";
  }
}
