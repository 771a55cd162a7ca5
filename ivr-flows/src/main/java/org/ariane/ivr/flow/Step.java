package org.ariane.ivr.flow;

import java.time.Duration;
import java.util.List;
import org.ariane.ivr.prompt.PromptKey;

/// What is to be done next. Each carries the state to come back with.
public sealed interface Step {
  FlowState state();

  /// Say something, then listen for keys.
  ///
  /// @param inEveryLanguage say it in all languages, one after the other
  record Ask(
      FlowState state,
      List<PromptKey> say,
      boolean inEveryLanguage,
      int keysAtMost,
      Duration listen)
      implements Step {
    public Ask {
      say = List.copyOf(say);
    }
  }

  /// Raise the alarm with what the state knows; answer with [Input.Alarmed].
  record RaiseAlarm(FlowState state) implements Step {}

  /// She waits for a human from now on.
  record Wait(FlowState state, Node.Queue queue) implements Step {}
}
