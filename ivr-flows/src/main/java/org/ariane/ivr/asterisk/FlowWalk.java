package org.ariane.ivr.asterisk;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.LineId;
import org.ariane.ivr.flow.FlowState;
import org.ariane.ivr.flow.Flows;
import org.ariane.ivr.flow.Input;
import org.ariane.ivr.flow.Interpreter;
import org.ariane.ivr.flow.Node;
import org.ariane.ivr.flow.Step;
import org.ariane.ivr.flow.Target;
import org.ariane.router.contact.ContactId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Leads a call through its flow, and does what the flow asks of the world, until there is
/// something to say, somebody to ring, or a queue.
final class FlowWalk {
  private static final Logger LOG = LoggerFactory.getLogger(FlowWalk.class);

  private final Supplier<Flows> flows;
  private final AlarmByKey alarms;
  private final Places places;
  private final TransferTargets targets;
  private final CallBacks callBacks;
  private final Reach reach;
  private final InstantSource clock;

  FlowWalk(
      Supplier<Flows> flows,
      AlarmByKey alarms,
      Places places,
      TransferTargets targets,
      CallBacks callBacks,
      Reach reach,
      InstantSource clock) {
    this.flows = flows;
    this.alarms = alarms;
    this.places = places;
    this.targets = targets;
    this.callBacks = callBacks;
    this.reach = reach;
    this.clock = clock;
  }

  /// The state of a call that just began on a line.
  CallState begin(ContactId contact, LineId line) {
    var flow = flows.get().of(line).flow();
    return CallState.begun(contact, flow.ref(), flow.start());
  }

  /// Spoken to those on her line who chose none; empty where the server's is meant.
  Optional<Language> language(CallState state) {
    return state.version().flatMap(flows.get()::find).flatMap(found -> found.flow().language());
  }

  /// Of a call that was led past the flow: it stands in the queue for a human.
  CallState toTheQueue(CallState state, LineId line) {
    return state.flow(FlowState.at(interpreter(state, line).flow().human()));
  }

  /// Whether a key acts only once its choice has been spoken of, and that has not been done.
  boolean unannounced(CallState state, LineId line, String keys) {
    return !state.heard().choices()
        && keys.length() == 1
        && interpreter(state, line)
            .flow()
            .find(state.flow().node())
            .filter(node ->
                node instanceof Node.Queue queue && queue.later().containsKey(keys.charAt(0)))
            .isPresent();
  }

  LineId standard() {
    return flows.get().standard();
  }

  /// A call keeps the version it began with; where that is no longer known it goes on in the
  /// present one, from a human's queue where its place is unknown there.
  private Interpreter interpreter(CallState state, LineId line) {
    Flows now = flows.get();
    return state.version().flatMap(now::find).orElseGet(() -> now.of(line));
  }

  /// @param step never one that this class answers by itself
  record Walked(CallState state, Step step) {}

  Walked walk(StepRequest request, CallState before, LineId line, Language hers, Input input) {
    Interpreter interpreter = interpreter(before, line);
    CallState state = before.version(interpreter.flow().ref());
    Step step = interpreter.step(before.flow(), input);
    while (true) {
      state = state.flow(step.state());
      Optional<Input> answer = Optional.empty();
      if (step instanceof Step.RaiseAlarm) {
        AlarmByKey.Raised raised = alarms.raise(state, request);
        LOG.info("{} asked for the police: {}", state.contact(), raised.outcome());
        state = raised.state();
        answer = Optional.of(new Input.Alarmed(raised.outcome()));
      } else {
        answer = answer(request, state, hers, step);
      }
      if (answer.isEmpty()) {
        return new Walked(state, step);
      }
      step = interpreter.step(state.flow(), answer.get());
    }
  }

  private Optional<Input> answer(StepRequest request, CallState state, Language hers, Step step) {
    return switch (step) {
      case Step.FindCommunes(_, String keys, int atMost) ->
          Optional.of(new Input.CommunesFound(places.startingWith(keys, atMost, hers)));
      case Step.CallBack _ ->
          Optional.of(
              new Input.CallBackAnswered(
                  callBacks.ask(state.contact(), request.phone(), clock.instant())));
      case Step.Transfer(_, var node) when number(node.target(), state).isEmpty() -> {
        LOG.warn("{} asked for {}, which cannot be rung now", state.contact(), node.target());
        yield Optional.of(new Input.Unanswered());
      }
      case Step.Transfer _, Step.Ask _, Step.Say _, Step.RaiseAlarm _, Step.Wait _, Step.HangUp _ ->
          Optional.empty();
    };
  }

  /// Whom a transfer rings; empty where it is closed, unknown, or there is no trunk.
  Optional<DialNumber> number(Target target, CallState state) {
    return reach.services()
        ? targets.number(target, state.flow(), clock.instant())
        : Optional.empty();
  }
}
