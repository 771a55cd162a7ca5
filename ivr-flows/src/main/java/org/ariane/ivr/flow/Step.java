package org.ariane.ivr.flow;

import java.time.Duration;
import java.util.List;

/// What is to be done next. Each carries the state to come back with.
public sealed interface Step {
  FlowState state();

  /// Say something, then listen for keys.
  record Ask(FlowState state, List<Utterance> say, int keysAtMost, Duration listen)
      implements Step {
    public Ask {
      say = List.copyOf(say);
    }
  }

  /// Say something; a key cuts it short. Come back with whatever was pressed.
  record Say(FlowState state, List<Utterance> say) implements Step {
    public Say {
      say = List.copyOf(say);
    }
  }

  /// Raise the alarm with what the state knows; answer with [Input.Alarmed].
  record RaiseAlarm(FlowState state) implements Step {}

  /// Look for communes whose names begin with these keys; answer with [Input.CommunesFound].
  record FindCommunes(FlowState state, String keys, int atMost) implements Step {}

  /// Ring somebody of the directory; answer with [Input.Unanswered] where nobody can be had.
  record Transfer(FlowState state, Node.Transfer node) implements Step {}

  /// Ask for a call-back; answer with [Input.CallBackAnswered].
  record CallBack(FlowState state) implements Step {}

  /// She waits for a human from now on.
  record Wait(FlowState state, Node.Queue queue) implements Step {}

  /// End the call; something was said before.
  record HangUp(FlowState state) implements Step {}
}
