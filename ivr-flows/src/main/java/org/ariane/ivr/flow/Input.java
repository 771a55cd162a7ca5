package org.ariane.ivr.flow;

/// What happened since the last [Step].
public sealed interface Input {
  /// The call begins.
  record Begun() implements Input {}

  /// Keys as pressed, without the closing `#`; a lone `#` is itself. Never empty.
  record Keys(String keys) implements Input {
    public Keys {
      if (keys.isEmpty()) {
        throw new IllegalArgumentException("no keys are Silence");
      }
    }
  }

  record Silence() implements Input {}

  /// What came of raising the alarm.
  record Alarmed(AlarmOutcome outcome) implements Input {}

  /// The state was lost, or a rescue went by: she has waited long enough for a human.
  record Lost() implements Input {}
}
