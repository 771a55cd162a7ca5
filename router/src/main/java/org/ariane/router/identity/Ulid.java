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

  private static final int RANDOM_BYTES = 10;

  /// Drawn ahead: one draw from the system costs as much as a whole id.
  private static final int AHEAD = 64;

  private final InstantSource clock;
  private final RandomGenerator random;
  private final byte[] drawn = new byte[AHEAD * RANDOM_BYTES];
  private int used = drawn.length;

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
    random(text);
    return new String(text);
  }

  /// Five bytes make eight characters.
  private synchronized void random(char[] text) {
    if (used == drawn.length) {
      random.nextBytes(drawn);
      used = 0;
    }
    for (int at = TIME_CHARS; at < text.length; at += 8) {
      long bits = 0;
      for (int i = 0; i < 5; i++) {
        bits = (bits << 8) | (drawn[used] & 0xff);
        drawn[used++] = 0;
      }
      for (int i = 7; i >= 0; i--) {
        text[at + i] = ALPHABET[(int) (bits & 31)];
        bits >>>= 5;
      }
    }
  }
}
