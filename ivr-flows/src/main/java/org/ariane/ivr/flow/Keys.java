package org.ariane.ivr.flow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Tables of keys, which keep the order of their file: it is the order of speech.
final class Keys {
  private Keys() {}

  static <T> Map<Character, T> inOrder(Map<Character, T> keys) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(keys));
  }
}
