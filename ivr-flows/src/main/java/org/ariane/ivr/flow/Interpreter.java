package org.ariane.ivr.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ariane.directory.place.Postcode;
import org.ariane.router.contact.ForWhom;

/// Plays a [Flow]: pure, `(state, input) -> step`.
public final class Interpreter {
  /// At the door, in every language.
  private static final char DANGER = '1';

  private final Flow flow;

  public Interpreter(Flow flow) {
    this.flow = flow;
  }

  public Flow flow() {
    return flow;
  }

  /// The step after `input`. A state of another flow (its node is unknown here) counts as lost, and
  /// so does an input that its node did not ask for.
  public Step step(FlowState state, Input input) {
    if (flow.find(state.node()).isEmpty()) {
      return enter(state, flow.human());
    }
    Node node = flow.node(state.node());
    return switch (input) {
      case Input.Begun _ -> enter(state, state.node());
      case Input.Lost _ -> lost(state, node);
      case Input.Keys(String keys) -> keys(state, node, keys);
      case Input.Silence _ -> silence(state, node);
      case Input.Danger _ -> danger(state);
      case Input.Alarmed(AlarmOutcome outcome) ->
          node instanceof Node.RaiseAlarm alarm
              ? alarmed(state, alarm, outcome)
              : lost(state, node);
      case Input.CommunesFound(List<CommuneChoice> communes) ->
          node instanceof Node.AskPlace place ? found(state, place, communes) : lost(state, node);
      case Input.Unanswered _ ->
          node instanceof Node.Transfer transfer
              ? enter(state, transfer.failed())
              : silence(state, node);
      case Input.CallBackAnswered(CallBackOutcome outcome) ->
          node instanceof Node.CallBack back
              ? enter(state, outcome == CallBackOutcome.AGREED ? back.agreed() : back.refused())
              : lost(state, node);
    };
  }

  private Step lost(FlowState state, Node node) {
    return node instanceof Node.Queue queue
        ? new Step.Wait(state, queue)
        : enter(state, flow.human());
  }

  /// As if she had pressed it while she waits for a human; where that raises no alarm, as if she
  /// had been asked whether somebody is in danger.
  private Step danger(FlowState state) {
    if (flow.node(flow.human()) instanceof Node.Queue queue && queue.keys().containsKey(DANGER)) {
      return keys(state.to(queue.id()), queue, String.valueOf(DANGER));
    }
    NodeId urgent =
        flow.nodes().values().stream()
            .filter(Node.AskDanger.class::isInstance)
            .map(Node.AskDanger.class::cast)
            .map(Node.AskDanger::danger)
            .findFirst()
            .orElse(flow.human());
    return enter(state.safeNow(false), urgent);
  }

  private Step keys(FlowState state, Node node, String keys) {
    return switch (node) {
      case Node.ChooseLanguage choose -> language(state, choose, keys);
      case Node.Menu menu ->
          one(menu.keys(), keys)
              .map(next -> enter(menu.note() ? state.answered(keys) : state, next))
              .orElseGet(() -> wrong(state, menu));
      case Node.Gather gather ->
          keys.matches("[0-9]{" + gather.least() + "," + gather.most() + "}")
              ? enter(state.answered(keys), gather.then())
              : wrong(state, gather);
      case Node.AskForWhom ask ->
          one(ask.keys(), keys)
              .map(whom -> enter(state.forWhom(whom), way(ask, whom)))
              .orElseGet(() -> wrong(state, ask));
      case Node.AskPlace ask -> place(state, ask, keys);
      case Node.AskDanger ask -> danger(state, ask, keys);
      case Node.Queue queue ->
          one(queue.keys(), keys)
              .or(() -> one(queue.later(), keys))
              .map(next -> enter(state.silent(false), next))
              .orElseGet(() -> new Step.Wait(state, queue));
      case Node.Say _, Node.RaiseAlarm _, Node.Transfer _, Node.CallBack _, Node.HangUp _ ->
          silence(state, node);
    };
  }

  private static <T> Optional<T> one(Map<Character, T> table, String keys) {
    return keys.length() == 1 ? Optional.ofNullable(table.get(keys.charAt(0))) : Optional.empty();
  }

  private static NodeId way(Node.AskForWhom ask, ForWhom whom) {
    return Optional.ofNullable(ask.ways().get(whom)).orElse(ask.question().wrong());
  }

  private Step language(FlowState state, Node.ChooseLanguage choose, String keys) {
    return one(choose.keys(), keys)
        .map(language -> enter(state.speaking(language), choose.then()))
        .or(() -> one(choose.more(), keys).map(next -> enter(state, next)))
        .orElseGet(() -> wrong(state, choose));
  }

  private Step danger(FlowState state, Node.AskDanger ask, String keys) {
    if (keys.equals(String.valueOf(ask.dangerKey()))) {
      return enter(state.safeNow(false), ask.danger());
    }
    return keys.equals(String.valueOf(ask.safeKey()))
        ? enter(state.safeNow(true), ask.safe())
        : wrong(state, ask);
  }

  private Step place(FlowState state, Node.AskPlace ask, String keys) {
    if (keys.equals("#")) {
      return enter(state, ask.none());
    }
    if (!state.choices().isEmpty()) {
      return chosen(state, ask, keys);
    }
    if (ask.letters() && keys.matches("\\*[2-9]{2,10}")) {
      return new Step.FindCommunes(state, keys.substring(1), PlaceWords.CHOICES);
    }
    return Postcode.parse(keys)
        .map(place -> enter(state.in(place), ask.then()))
        .orElseGet(() -> wrong(state, ask));
  }

  private Step chosen(FlowState state, Node.AskPlace ask, String keys) {
    int number = keys.length() == 1 ? Character.digit(keys.charAt(0), 10) : -1;
    if (number >= 1 && number <= state.choices().size()) {
      return enter(state.in(state.choices().get(number - 1).postcode()), ask.then());
    }
    return number == Character.digit(PlaceWords.NONE_KEY, 10)
        ? wrong(state.choosing(List.of()), ask)
        : wrong(state, ask);
  }

  private Step found(FlowState state, Node.AskPlace ask, List<CommuneChoice> communes) {
    if (!communes.isEmpty() && communes.size() <= PlaceWords.CHOICES) {
      return ask(state.choosing(communes), ask);
    }
    return wrong(state, ask) instanceof Step.Ask again && again.state().node().equals(ask.id())
        ? new Step.Ask(
            again.state(),
            Utterance.inHers(List.of(PlaceWords.UNCLEAR)),
            again.keysAtMost(),
            again.listen())
        : wrong(state, ask);
  }

  private Step silence(FlowState state, Node node) {
    return switch (node) {
      case Node.AskPlace ask when state.choices().isEmpty() -> enter(state, ask.none());
      case Node.Asking asking -> askAgain(state, asking, asking.question().silence());
      case Node.Say say -> enter(state, say.then());
      case Node.RaiseAlarm alarm -> enter(state, alarm.id());
      case Node.Transfer transfer -> enter(state, transfer.failed());
      case Node.CallBack back -> enter(state, back.refused());
      case Node.HangUp _ -> new Step.HangUp(state);
      case Node.Queue queue -> new Step.Wait(state, queue);
    };
  }

  private Step alarmed(FlowState state, Node.RaiseAlarm node, AlarmOutcome outcome) {
    return switch (outcome) {
      case STORED -> enter(state.alarm(AlarmProgress.STORED), node.stored());
      case NO_PLACE -> enter(state.alarm(AlarmProgress.STORED), node.noPlace());
      case UNCOVERED -> enter(state.alarm(AlarmProgress.STORED), node.uncovered());
      case FAILED -> enter(state.alarm(AlarmProgress.FAILED), node.failed());
    };
  }

  private Step wrong(FlowState state, Node.Asking asking) {
    return askAgain(state, asking, asking.question().wrong());
  }

  private Step askAgain(FlowState state, Node.Asking asking, NodeId otherwise) {
    return state.attempt() < asking.question().patience().attempts()
        ? ask(state.again(), asking)
        : enter(state, otherwise);
  }

  private Step enter(FlowState from, NodeId id) {
    FlowState state = from.to(id);
    return switch (flow.node(id)) {
      case Node.AskPlace ask when state.postcode().isPresent() -> enter(state, ask.then());
      case Node.Asking asking -> ask(state, asking);
      case Node.Say say -> new Step.Say(state, Utterance.inHers(say.say()));
      case Node.RaiseAlarm _ -> new Step.RaiseAlarm(state);
      case Node.Transfer transfer -> new Step.Transfer(state, transfer);
      case Node.CallBack _ -> new Step.CallBack(state);
      case Node.HangUp end -> new Step.Say(state, Utterance.inHers(end.say()));
      case Node.Queue queue -> new Step.Wait(state.silent(state.silent() || queue.silent()), queue);
    };
  }

  private static Step ask(FlowState state, Node.Asking asking) {
    return new Step.Ask(
        state,
        Spoken.now(state, asking),
        Spoken.keysAtMost(state, asking),
        asking.question().patience().listen());
  }
}
