package org.ariane.router.alarm.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// Bodies that were an alarm once: bytes flipped, cut, doubled, values replaced by what no app
/// should send. The same seed gives the same bodies.
public final class MutatedBodies {
  private static final String WHOLE =
      """
      {"id":"ID","raisedAt":"2026-11-21T22:41:07+01:00","trigger":"button","phone":"+336123456NN",\
      "position":{"lat":48.8065,"lon":2.438,"accuracyM":18,"method":"gps","at":"2026-11-21T22:41:02+01:00"},\
      "address":{"text":"12 rue des Tilleuls","postcode":"94700","city":"Maisons-Alfort","country":"FR"},\
      "language":"ar","note":"he is at the door","canTalk":false,"forSomeoneElse":false,"exercise":false}\
      """;
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "NaN",
          "-Infinity",
          "1e999",
          "9".repeat(2_000),
          "\"\"",
          "\"\\u0000\\ud800\"",
          "\"" + "é".repeat(3_000) + "\"",
          "[".repeat(500) + "]".repeat(500),
          "{\"a\":".repeat(300) + "1" + "}".repeat(300),
          "{}",
          "-1",
          "\"9999-12-31T23:59:59Z\"",
          "0.1e-400",
          "\"' OR 1=1 --\"",
          "\"+33 (0)6.12\"");

  private final RandomGenerator random;

  public MutatedBodies(RandomGenerator random) {
    this.random = random;
  }

  public byte[] next() {
    String id = new java.util.UUID(random.nextLong(), random.nextLong()).toString();
    String text = WHOLE.replace("ID", id).replace("NN", Integer.toString(10 + random.nextInt(90)));
    int values = random.nextInt(3);
    for (int i = 0; i < values; i++) {
      text = withValue(text);
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return switch (random.nextInt(5)) {
      case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
      case 1 -> flipped(bytes, 1 + random.nextInt(3));
      case 2 -> flipped(bytes, 1 + random.nextInt(200));
      case 3 -> (text + text).getBytes(StandardCharsets.UTF_8);
      default -> bytes;
    };
  }

  private String withValue(String text) {
    int colon = text.indexOf(':', random.nextInt(text.length()));
    if (colon < 0) {
      return text;
    }
    int end = colon + 1;
    while (end < text.length() && ",}".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String value = VALUES.get(random.nextInt(VALUES.size()));
    return text.substring(0, colon + 1) + value + text.substring(end);
  }

  private byte[] flipped(byte[] bytes, int times) {
    byte[] other = bytes.clone();
    for (int i = 0; i < times; i++) {
      other[random.nextInt(other.length)] = (byte) random.nextInt(256);
    }
    return other;
  }
}
