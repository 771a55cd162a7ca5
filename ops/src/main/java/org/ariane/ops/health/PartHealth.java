package org.ariane.ops.health;

import java.util.Locale;

/// How one part of the server is.
///
/// @param text plain words for people: what is wrong and what it means
public record PartHealth(State state, String text) {
  /// `DEGRADED` serves, but something is missing; `DOWN` means that the server is not ready.
  public enum State {
    UP,
    DEGRADED,
    DOWN;

    String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static PartHealth up(String text) {
    return new PartHealth(State.UP, text);
  }

  public static PartHealth degraded(String text) {
    return new PartHealth(State.DEGRADED, text);
  }

  public static PartHealth down(String text) {
    return new PartHealth(State.DOWN, text);
  }
}
