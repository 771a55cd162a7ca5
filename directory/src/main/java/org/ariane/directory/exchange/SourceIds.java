package org.ariane.directory.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/// Ids here from ids there: the same one at each import, and never one for two. An id that is as
/// ours are is kept behind the name of its source, others become their letters and a digest.
public final class SourceIds {
  private static final Pattern OURS = Pattern.compile("[a-z0-9]+(-[a-z0-9]+){0,5}");
  private static final int LONGEST_KEPT = 40;
  private static final int DIGITS = 12;

  private SourceIds() {}

  /// Of at most 64 characters and eight words.
  public static String of(String source, String id) {
    return OURS.matcher(id).matches() && id.length() <= LONGEST_KEPT
        ? source + "-" + id
        : source + "-" + "x" + digest(id);
  }

  private static String digest(String id) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, DIGITS).toLowerCase(Locale.ROOT);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
