package org.ariane.directory.search;

import java.util.concurrent.atomic.AtomicLongArray;

/// One [Lasting] for each of many numbers, in one word each, so that looking at many reads little
/// memory. Times are kept to the minute: never longer than they last, at most a minute shorter.
final class Memories {
  private static final long MINUTE = 60;
  private static final int BITS = 31;
  private static final long LAST = (1L << BITS) - 1;

  private final AtomicLongArray words;

  Memories(int size) {
    words = new AtomicLongArray(size);
  }

  /// Covers nothing where none was put.
  Lasting get(int number) {
    long word = words.get(number);
    return new Lasting(
        (word & 1) != 0, (word >>> (BITS + 1)) * MINUTE, ((word >>> 1) & LAST) * MINUTE);
  }

  void put(int number, Lasting lasting) {
    long from = minutes(Math.ceilDiv(lasting.from(), MINUTE));
    long until = minutes(Math.floorDiv(lasting.until(), MINUTE));
    words.set(number, (from << (BITS + 1)) | (until << 1) | (lasting.holds() ? 1 : 0));
  }

  private static long minutes(long minutes) {
    return Math.clamp(minutes, 0, LAST);
  }
}
