package org.ariane.ivr.asterisk;

import java.util.regex.Pattern;
import org.ariane.router.access.PrincipalId;

/// The account of an operator's telephone. Its text form is masked.
///
/// @param password letters, digits, `_` and `-` only, since it stands in configuration files
public record SipAccount(PrincipalId user, String password) {
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{6,128}");

  public SipAccount {
    requireSecret(password);
  }

  static void requireSecret(String secret) {
    if (!SECRET.matcher(secret).matches()) {
      throw new IllegalArgumentException(
          "a secret has 6 to 128 letters, digits, underscores and hyphens");
    }
  }

  @Override
  public String toString() {
    return "SipAccount[" + user + "]";
  }
}
