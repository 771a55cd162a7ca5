package org.ariane.router.dispatch;

import java.util.Locale;

/// How to come near her: unmistakable on each screen, since dispatchers ring back by reflex.
///
/// @param callback never, unless somebody who knows says otherwise
public record Manner(Callback callback, Approach approach) {
  /// Whether the phone that raised the alarm may be rung. It may be in his hand.
  public enum Callback {
    NEVER,
    ONLY_IF,
    OK;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// Whether a patrol may be heard coming.
  public enum Approach {
    SILENT,
    NORMAL;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
