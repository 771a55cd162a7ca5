package org.ariane.router.dispatch;

import java.util.Locale;
import java.util.Optional;

/// What an incident waits for. The wire name is the constant in lower case.
public enum IncidentState {
  /// For a human of the owning centre to take it.
  OPEN,
  /// For the human who holds it to complete it.
  TAKEN,
  /// Nothing.
  CLOSED;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<IncidentState> parse(String text) {
    for (IncidentState state : values()) {
      if (state.wireName().equals(text)) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }
}
