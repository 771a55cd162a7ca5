package org.ariane.ivr.flow;

import java.util.Map;
import java.util.Optional;
import org.ariane.directory.place.Postcode;

/// Plays a [Flow]: pure, `(state, input) -> step`.
public final class Interpreter {
  /// A postcode has at most five digits; the sixth place is for the `#`.
  private static final int POSTCODE_KEYS = 6;

  private final Flow flow;

  public Interpreter(Flow flow) {
    this.flow = flow;
  }

  public Flow flow() {
    return flow;
  }

  /// The step after `input`. A state of another flow (its node is unknown here) counts as lost.
  public Step step(FlowState state, Input input) {
    if (flow.find(state.node()).isEmpty()) {
      return enter(state, flow.human());
    }
    return switch (input) {
      case Input.Begun _ -> enter(state, state.node());
      case Input.Lost _ -> lost(state);
      case Input.Keys(String keys) -> keys(state, keys);
      case Input.Silence _ -> silence(state);
      case Input.Alarmed(AlarmOutcome outcome) -> alarmed(state, outcome);
    };
  }

  private Step lost(FlowState state) {
    return flow.node(state.node()) instanceof Node.Queue queue
        ? new Step.Wait(state, queue)
        : enter(state, flow.human());
  }

  private Step keys(FlowState state, String keys) {
    return switch (flow.node(state.node())) {
      case Node.ChooseLanguage choose ->
          one(choose.keys(), keys)
              .map(language -> enter(state.speaking(language), choose.then()))
              .orElseGet(() -> askAgain(state, choose.patience(), choose.wrong()));
      case Node.Menu menu ->
          one(menu.keys(), keys)
              .map(next -> enter(state, next))
              .orElseGet(() -> askAgain(state, menu.patience(), menu.wrong()));
      case Node.AskPostcode ask -> postcode(state, ask, keys);
      case Node.RaiseAlarm alarm -> enter(state, alarm.id());
      case Node.Queue queue ->
          one(queue.keys(), keys)
              .map(next -> enter(state.silent(false), next))
              .orElseGet(() -> new Step.Wait(state, queue));
    };
  }

  private static <T> Optional<T> one(Map<Character, T> table, String keys) {
    return keys.length() == 1 ? Optional.ofNullable(table.get(keys.charAt(0))) : Optional.empty();
  }

  private Step postcode(FlowState state, Node.AskPostcode ask, String keys) {
    if (keys.equals("#")) {
      return enter(state, ask.none());
    }
    return Postcode.parse(keys)
        .map(place -> enter(state.in(place), ask.then()))
        .orElseGet(() -> askAgain(state, ask.patience(), ask.none()));
  }

  private Step silence(FlowState state) {
    return switch (flow.node(state.node())) {
      case Node.ChooseLanguage choose -> askAgain(state, choose.patience(), choose.silence());
      case Node.Menu menu -> askAgain(state, menu.patience(), menu.silence());
      case Node.AskPostcode ask -> enter(state, ask.none());
      case Node.RaiseAlarm alarm -> enter(state, alarm.id());
      case Node.Queue queue -> new Step.Wait(state, queue);
    };
  }

  private Step alarmed(FlowState state, AlarmOutcome outcome) {
    if (!(flow.node(state.node()) instanceof Node.RaiseAlarm node)) {
      return lost(state);
    }
    return switch (outcome) {
      case STORED -> enter(state.alarm(AlarmProgress.STORED), node.stored());
      case NO_PLACE -> enter(state.alarm(AlarmProgress.STORED), node.noPlace());
      case UNCOVERED -> enter(state.alarm(AlarmProgress.STORED), node.uncovered());
      case FAILED -> enter(state.alarm(AlarmProgress.FAILED), node.failed());
    };
  }

  private Step askAgain(FlowState state, Patience patience, NodeId otherwise) {
    return state.attempt() < patience.attempts() ? ask(state.again()) : enter(state, otherwise);
  }

  private Step enter(FlowState from, NodeId id) {
    Node node = flow.node(id);
    FlowState state = from.to(id);
    return switch (node) {
      case Node.AskPostcode ask when state.postcode().isPresent() -> enter(state, ask.then());
      case Node.ChooseLanguage _, Node.Menu _, Node.AskPostcode _ -> ask(state);
      case Node.RaiseAlarm _ -> new Step.RaiseAlarm(state);
      case Node.Queue queue -> new Step.Wait(state.silent(state.silent() || queue.silent()), queue);
    };
  }

  private Step ask(FlowState state) {
    return switch (flow.node(state.node())) {
      case Node.ChooseLanguage choose ->
          new Step.Ask(state, choose.say(), true, 1, choose.patience().listen());
      case Node.Menu menu -> new Step.Ask(state, menu.say(), false, 1, menu.patience().listen());
      case Node.AskPostcode ask ->
          new Step.Ask(
              state,
              state.attempt() == 1 ? ask.say() : ask.again(),
              false,
              POSTCODE_KEYS,
              ask.patience().listen());
      case Node.RaiseAlarm _ -> new Step.RaiseAlarm(state);
      case Node.Queue queue -> new Step.Wait(state, queue);
    };
  }
}
