package org.ariane.ivr.asterisk;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.ariane.router.access.PrincipalId;

/// The account of an operator's telephone. Its text form is masked.
///
/// @param password letters, digits, `_` and `-` only, since it stands in configuration files
public record SipAccount(PrincipalId user, String password) {
  private static final String MAC = "HmacSHA256";
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{6,128}");

  public SipAccount {
    requireSecret(password);
  }

  /// Of the account's softphone. A browser that has it cannot tell the telephone's from it.
  public String softphonePassword() {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(password.getBytes(StandardCharsets.US_ASCII), MAC));
      byte[] derived = mac.doFinal(("softphone " + user).getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(derived);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
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
