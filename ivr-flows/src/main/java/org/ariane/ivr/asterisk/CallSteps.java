package org.ariane.ivr.asterisk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ariane.directory.place.Zone;
import org.ariane.directory.service.Language;
import org.ariane.ivr.flow.Input;
import org.ariane.ivr.flow.Interpreter;
import org.ariane.ivr.flow.Node;
import org.ariane.ivr.flow.Step;
import org.ariane.router.assignment.Switchboard;
import org.ariane.router.assignment.Turn;
import org.ariane.router.contact.Contact;
import org.ariane.router.contact.ContactChannel;
import org.ariane.router.contact.ContactId;
import org.ariane.router.contact.Danger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One step of a call: takes what the dialplan tells, asks the flow or the switchboard, answers
/// what to do next. Keeps nothing that a step needs.
final class CallSteps {
  private static final Logger LOG = LoggerFactory.getLogger(CallSteps.class);

  /// Hold slices that a caller waits for a switch that this server cannot reach.
  private static final int PATIENCE = 2;

  private static final int RINGS_SAID_EVERY = 8;

  private final Interpreter interpreter;
  private final List<Language> languages;
  private final Language standard;
  private final Switchboard switchboard;
  private final AlarmByKey alarms;
  private final Zones zones;
  private final Calls calls;
  private final Supplier<ContactId> ids;
  private final Reach reach;

  /// @param languages those with prompts
  /// @param standard spoken to those who chose none
  /// @param reach what can be reached by telephone
  CallSteps(
      Interpreter interpreter,
      List<Language> languages,
      Language standard,
      Switchboard switchboard,
      AlarmByKey alarms,
      Zones zones,
      Calls calls,
      Supplier<ContactId> ids,
      Reach reach) {
    this.interpreter = interpreter;
    this.languages = List.copyOf(languages);
    this.standard = standard;
    this.switchboard = switchboard;
    this.alarms = alarms;
    this.zones = zones;
    this.calls = calls;
    this.ids = ids;
    this.reach = reach;
  }

  StepReply step(StepRequest request) {
    CallState state =
        request.state().orElseGet(() -> CallState.begun(ids.get(), interpreter.flow().start()));
    calls.seen(state.contact(), request.channel(), request.arrivedAt());
    request.phone().ifPresent(phone -> calls.told(state.contact(), phone));
    return switch (request.event()) {
      case START -> follow(request, state, new Input.Begun());
      case KEYS ->
          follow(
              request,
              state,
              request.keys().isEmpty() ? new Input.Silence() : new Input.Keys(request.keys()));
      case POLICE -> follow(request, state, new Input.Silence());
      case RANG -> {
        switchboard.ringEnded(state.contact(), false);
        yield follow(request, state, new Input.Silence());
      }
      case LOST, RESCUED -> follow(request, state.slices(0), new Input.Lost());
    };
  }

  private StepReply follow(StepRequest request, CallState before, Input input) {
    Step step = interpreter.step(before.flow(), input);
    CallState state = before;
    while (step instanceof Step.RaiseAlarm(var flow)) {
      AlarmByKey.Raised raised = alarms.raise(state.flow(flow), request);
      LOG.info("{} asked for the police: {}", state.contact(), raised.outcome());
      state = raised.state();
      step = interpreter.step(state.flow(), new Input.Alarmed(raised.outcome()));
    }
    return switch (step) {
      case Step.Ask ask -> reply(state.flow(ask.state()), ask(ask));
      case Step.Wait wait -> {
        boolean arrives = !before.flow().node().equals(wait.queue().id());
        CallState waiting = state.flow(wait.state());
        yield queue(request, arrives ? waiting.slices(0) : waiting, wait.queue(), arrives);
      }
      case Step.RaiseAlarm _ -> throw new IllegalStateException("raised above");
    };
  }

  private StepReply queue(StepRequest request, CallState state, Node.Queue queue, boolean arrives) {
    if (arrives) {
      enter(request, state);
    }
    if (state.asked() && !state.policeCalled()) {
      CallState called = state.withPoliceCalled();
      Optional<Directive> police = callPolice(request, state);
      if (police.isPresent()) {
        return reply(called, police.get());
      }
      return queue(request, called, queue, false);
    }
    Turn turn = switchboard.turn(state.contact());
    if (turn instanceof Turn.Unknown) {
      enter(request, state);
      turn = switchboard.turn(state.contact());
    }
    return turn(state, queue, turn);
  }

  private void enter(StepRequest request, CallState state) {
    if (!calls.departed(state.contact())) {
      switchboard.enter(contact(request, state));
    }
    if (calls.departed(state.contact())) {
      switchboard.leave(state.contact());
    }
  }

  private StepReply turn(CallState state, Node.Queue queue, Turn turn) {
    return switch (turn) {
      case Turn.Wait(int position, _) -> hold(state, queue, position);
      case Turn.Ring ring -> ring(state, queue, ring);
      case Turn.Joined _ -> reply(state, Waiting.breath());
      case Turn.Unknown _ -> hold(state, queue, 1);
    };
  }

  /// Where this server cannot ring anybody the dialplan still can.
  private StepReply hold(CallState state, Node.Queue queue, int position) {
    CallState next = state.slices(state.slices() + 1);
    return state.slices() >= PATIENCE && !reach.operators().getAsBoolean()
        ? reply(next.slices(1), new Directive.Rescue())
        : reply(next, Waiting.slice(queue, state.slices(), position, language(state)));
  }

  private StepReply ring(CallState state, Node.Queue queue, Turn.Ring ring) {
    if (!reach.services()) {
      switchboard.ringEnded(state.contact(), false);
      return hold(state, queue, 1);
    }
    Language language = language(state);
    return reply(
        state.slices(state.slices() + 1),
        new Directive.Ring(
            state.slices() % RINGS_SAID_EVERY <= 1
                ? List.of(Sound.of(language, "ringing"))
                : List.of(),
            DialNumber.of(ring.number()),
            ring.within()));
  }

  private Optional<Directive> callPolice(StepRequest request, CallState state) {
    Optional<DialNumber> agreed = zones.agreed(state);
    Optional<Zone> zone = zones.zone(state);
    if (!reach.police() || agreed.isEmpty() || zone.isEmpty()) {
      LOG.warn(
          "{} asked for the police, none is called: trunk {}, place known {}, agreed number {}",
          state.contact(),
          reach.police(),
          zone.isPresent(),
          agreed.isPresent());
      return Optional.empty();
    }
    List<Sound> announcement = new ArrayList<>();
    for (Language language : Zones.policeLanguages(zone.get())) {
      announcement.addAll(announcement(request, state, language));
    }
    return Optional.of(new Directive.CallPolice(agreed.get(), state.contact(), announcement));
  }

  private static List<Sound> announcement(StepRequest request, CallState state, Language language) {
    List<Sound> say = new ArrayList<>();
    if (request.exercise()) {
      say.add(Sound.of(language, "exercise"));
    }
    say.add(Sound.of(language, "police"));
    state
        .flow()
        .postcode()
        .ifPresent(place -> {
          say.add(Sound.of(language, "police-place"));
          say.addAll(Sound.digits(language, place.digits()));
        });
    return say;
  }

  private Directive.Ask ask(Step.Ask ask) {
    List<Sound> say = new ArrayList<>();
    if (ask.inEveryLanguage()) {
      languages.forEach(language -> say.addAll(Sound.all(language, ask.say())));
    } else {
      say.addAll(Sound.all(language(ask.state().language()), ask.say()));
    }
    if (ask.keysAtMost() > 1) {
      return new Directive.Ask(say, ask.keysAtMost(), ask.listen());
    }
    say.add(Sound.BREATH);
    return new Directive.Ask(say, 1, Waiting.afterBreath(ask.listen()));
  }

  private Contact contact(StepRequest request, CallState state) {
    Danger danger =
        !state.asked()
            ? Danger.NONE
            : zones.zone(state).isPresent() ? Danger.ALERTED : Danger.PLACE_UNKNOWN;
    return new Contact(
        state.contact(),
        ContactChannel.CALL,
        zones.line(request.line(), interpreter.flow().line()),
        state.flow().language(),
        state.flow().postcode(),
        danger,
        state.flow().silent(),
        state.incident(),
        request.arrivedAt(),
        request.exercise());
  }

  private StepReply reply(CallState state, Directive directive) {
    return new StepReply(state, language(state), directive);
  }

  private Language language(CallState state) {
    return language(state.flow().language());
  }

  private Language language(Optional<Language> chosen) {
    return chosen.filter(languages::contains).orElse(standard);
  }
}
