package org.ariane.router.identity;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Mints ULIDs: 48 bits of milliseconds, then 80 random bits, in Crockford base 32 (26 characters).
/// Give it a cryptographic generator where the id must not be guessed.
public final class Ulid {
  private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
  private static final int TIME_CHARS = 10;
  private static final int RANDOM_CHARS = 16;

  private final InstantSource clock;
  private final RandomGenerator random;

  public Ulid(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /// When one was minted.
  public static Instant at(String ulid) {
    long millis = 0;
    for (char sign : ulid.substring(0, TIME_CHARS).toCharArray()) {
      millis = millis * ALPHABET.length + Arrays.binarySearch(ALPHABET, sign);
    }
    return Instant.ofEpochMilli(millis);
  }

  public String next() {
    char[] text = new char[TIME_CHARS + RANDOM_CHARS];
    long millis = clock.millis();
    for (int i = TIME_CHARS - 1; i >= 0; i--) {
      text[i] = ALPHABET[(int) (millis & 31)];
      millis >>>= 5;
    }
    for (int i = TIME_CHARS; i < text.length; i++) {
      text[i] = ALPHABET[random.nextInt(32)];
    }
    return new String(text);
  }
}
