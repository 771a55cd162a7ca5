package org.ariane.directory.lost;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.ariane.directory.place.Country;
import org.ariane.directory.place.ZoneId;
import org.ariane.directory.service.Coverage;

/// Keys of regions. The same on every server that has the same directory.
final class Keys {
  private static final int DIGITS = 32;

  private Keys() {}

  static String of(String version, String what) {
    return digest(version + "\n" + what).substring(0, DIGITS);
  }

  static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  static String text(Coverage coverage) {
    return switch (coverage) {
      case Coverage.Nationwide(var countries) ->
          countries.stream()
              .map(Country::code)
              .sorted()
              .collect(Collectors.joining(" ", "in ", ""));
      case Coverage.InZones(var ids) ->
          ids.stream().map(ZoneId::value).sorted().collect(Collectors.joining(" ", "zones ", ""));
    };
  }
}
