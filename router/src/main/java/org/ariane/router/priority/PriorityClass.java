package org.ariane.router.priority;

import java.util.Locale;
import java.util.Optional;

/// Classes of urgency, most urgent first. The wire name is the constant in lower case.
public enum PriorityClass {
  CRITICAL(0),
  HIGH(1),
  ELEVATED(2),
  NORMAL(3);

  private final int rank;

  PriorityClass(int rank) {
    this.rank = rank;
  }

  /// 0 for the most urgent.
  public int rank() {
    return rank;
  }

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<PriorityClass> parse(String text) {
    for (PriorityClass candidate : values()) {
      if (candidate.wireName().equals(text)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
