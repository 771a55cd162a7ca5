package org.ariane.directory.search;

import java.util.Arrays;

/// Ordinals of services, ascending, each once; grows while services are read.
final class Members {
  private int[] ordinals = new int[4];
  private int size;

  void add(int ordinal) {
    if (size > 0 && ordinals[size - 1] == ordinal) {
      return;
    }
    if (size == ordinals.length) {
      ordinals = Arrays.copyOf(ordinals, size * 2);
    }
    ordinals[size++] = ordinal;
  }

  int[] toArray() {
    return Arrays.copyOf(ordinals, size);
  }
}
