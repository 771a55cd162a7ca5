package org.ariane.ivr.asterisk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What the dialplan needs that nobody outside may be able to compute; follows from the switch's
/// secret.
final class Derived {
  private static final int BYTES = 16;

  private Derived() {}

  /// Blocks of numbers are counted under hashes with this salt; see `dialplan/door.conf`.
  static String salt(String switchSecret) {
    return digest("SHA-256", "crowd " + switchSecret, BYTES);
  }

  /// The cell of those who present no number.
  static String withheldCell(String switchSecret) {
    return digest("MD5", salt(switchSecret), 1);
  }

  static String exercise(String switchSecret) {
    return digest("SHA-256", "exercise " + switchSecret, BYTES);
  }

  private static String digest(String algorithm, String text, int bytes) {
    try {
      byte[] hash =
          MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }
}
