package org.ariane.ivr.flow;

import java.util.List;

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

  /// The first thing that she did was to press the key of danger, at the door, where callers for
  /// whom there is no room are told of it.
  record Danger() implements Input {}

  /// What came of raising the alarm.
  record Alarmed(AlarmOutcome outcome) implements Input {}

  /// The communes that begin so: empty for none, and for more than can be read out.
  record CommunesFound(List<CommuneChoice> communes) implements Input {
    public CommunesFound {
      communes = List.copyOf(communes);
    }
  }

  /// Whoever was rung is closed or did not answer.
  record Unanswered() implements Input {}

  record CallBackAnswered(CallBackOutcome outcome) implements Input {}

  /// The state was lost, or a rescue went by: she has waited long enough for a human.
  record Lost() implements Input {}
}
