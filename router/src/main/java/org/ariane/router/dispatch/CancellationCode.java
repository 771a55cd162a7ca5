package org.ariane.router.dispatch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.ariane.router.alarm.AlarmId;

/// The code by which she calls an alarm off. One that is given and is not known to be the safe one
/// means that somebody makes her do it. Only a digest is kept.
final class CancellationCode {
  private CancellationCode() {}

  /// Differs for each alarm, so that equal codes of two women don't show.
  static String digest(AlarmId alarm, String code) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] hash = sha.digest((alarm.value() + "\n" + code).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// Compares whatever is there, so that the time tells nothing.
  static boolean isDuress(AlarmId alarm, Optional<String> safeDigest, Optional<String> given) {
    byte[] expected = safeDigest.orElse("").getBytes(StandardCharsets.UTF_8);
    byte[] actual = digest(alarm, given.orElse("")).getBytes(StandardCharsets.UTF_8);
    boolean safe = MessageDigest.isEqual(expected, actual);
    return given.isPresent() && !safe;
  }
}
