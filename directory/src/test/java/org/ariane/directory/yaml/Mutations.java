package org.ariane.directory.yaml;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What happens to files on their way: bytes that change, parts that are lost, doubled or moved,
/// values that are of another kind, encodings that are mixed up. The same seed gives the same file.
final class Mutations {
  private static final Pattern VALUE =
      Pattern.compile("\"(?:[^\"\\\\\n]++|\\\\.)*+\"|-?[0-9]+(?:\\.[0-9]+)?|true|false|null");
  private static final List<String> HOSTILE =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1e400",
          "NaN",
          "\"\"",
          "\" \"",
          "[]",
          "{}",
          "[[[[]]]]",
          "{\"id\":{\"id\":{}}}",
          "\"<script>alert(1)</script>\"",
          "\"&lt;b&gt;&#0;&#x110000;\"",
          "\"\\ud800\"",
          "\"\\u0000\"",
          "\"FranÃ§ais Ã©\"",
          "\"<<b>b>\"",
          "99999999999999999999",
          "\"2026-13-45\"",
          "\"0123\"",
          "\"3.31235E+10\"",
          "\"javascript:alert(1)\"",
          "\"https://[\"",
          "\"+33 (0)3 20 00 00 00 / 06 00 00 00 00\"",
          "\"Mo-Fr 25:00\"",
          "\"../../etc/passwd\"",
          "\"urn:ariane:zone:\"",
          "\"urn:ariane:country:ZZ\"",
          "\"\u202Eabc\uFFFE\"",
          "48.8",
          "2.4",
          "\"١٢٣\"");
  private static final List<String> BYTES =
      List.of(
          "\0", "\uFEFF", "\r", "\n", "\"", "{", "}", "[", "]", ",", ";", ":", "\\", "<", "&", "\t",
          "é", "€", "'", "#", "*", "!", "|", ">");

  private final Random random;

  Mutations(long seed) {
    this.random = new Random(seed);
  }

  byte[] of(String valid) {
    String text = valid;
    for (int times = 1 + random.nextInt(4); times > 0; times--) {
      text = random.nextInt(3) == 0 ? characters(text) : values(text);
    }
    byte[] bytes = text.getBytes(encoding());
    if (random.nextInt(4) == 0) {
      for (int times = 1 + random.nextInt(6); times > 0 && bytes.length > 0; times--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
    }
    return bytes;
  }

  private Charset encoding() {
    return switch (random.nextInt(12)) {
      case 0 -> Charset.forName("windows-1252");
      case 1 -> StandardCharsets.UTF_16;
      default -> StandardCharsets.UTF_8;
    };
  }

  private String values(String text) {
    List<MatchResult> values = VALUE.matcher(text).results().toList();
    if (values.isEmpty()) {
      return characters(text);
    }
    MatchResult value = values.get(random.nextInt(values.size()));
    String instead =
        switch (random.nextInt(8)) {
          case 0 -> values.get(random.nextInt(values.size())).group();
          case 1 -> "\"" + "x".repeat(random.nextInt(20_000)) + "\"";
          default -> HOSTILE.get(random.nextInt(HOSTILE.size()));
        };
    return text.substring(0, value.start()) + instead + text.substring(value.end());
  }

  private String characters(String text) {
    int length = text.length();
    int from = length == 0 ? 0 : random.nextInt(length);
    int to = Math.min(length, from + 1 + random.nextInt(200));
    String part = text.substring(from, to);
    return switch (random.nextInt(7)) {
      case 0 -> text.substring(0, from);
      case 1 -> text.substring(0, from) + text.substring(to);
      case 2 -> text.substring(0, to) + part + text.substring(to);
      case 3 -> part + text;
      case 4 -> text.substring(0, from) + "[{".repeat(random.nextInt(300)) + text.substring(from);
      default ->
          text.substring(0, from)
              + BYTES.get(random.nextInt(BYTES.size()))
              + text.substring(random.nextBoolean() ? from : Math.min(length, from + 1));
    };
  }
}
