package org.ariane.directory.search;

import java.util.function.IntPredicate;

/// Which members of a large scope have some property, one bit each. Immutable once built.
final class Bits {
  private final long[] words;

  private Bits(long[] words) {
    this.words = words;
  }

  static final class Builder {
    private final long[] words;

    Builder(int size) {
      words = new long[Bits.words(size)];
    }

    void set(int member, boolean has) {
      if (has) {
        words[member / Long.SIZE] |= 1L << member;
      }
    }

    /// Nothing is set afterwards.
    Bits build() {
      return new Bits(words);
    }
  }

  static Bits of(int size, IntPredicate property) {
    Builder bits = new Builder(size);
    for (int i = 0; i < size; i++) {
      bits.set(i, property.test(i));
    }
    return bits.build();
  }

  /// How many words so many members take.
  static int words(int size) {
    return (size + Long.SIZE - 1) / Long.SIZE;
  }

  /// How many words there are.
  int count() {
    return words.length;
  }

  long word(int i) {
    return words[i];
  }
}
