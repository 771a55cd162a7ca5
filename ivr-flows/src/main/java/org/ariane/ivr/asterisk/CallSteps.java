package org.ariane.ivr.asterisk;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ariane.directory.place.Zone;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.LineId;
import org.ariane.ivr.flow.Input;
import org.ariane.ivr.flow.Node;
import org.ariane.ivr.flow.Step;
import org.ariane.ivr.flow.Utterance;
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

  private static final Turn.Wait UNKNOWN_WAIT = new Turn.Wait(1, Optional.empty());

  private static final int RINGS_SAID_EVERY = 8;

  /// What the dialplan says of a number that rang for more than a moment.
  private static final String LONG = "long";

  private final FlowWalk walk;
  private final List<Language> languages;
  private final Language standard;
  private final Switchboard switchboard;
  private final Zones zones;
  private final Calls calls;
  private final Supplier<ContactId> ids;
  private final Reach reach;
  private final SpokenAgain spokenAgain;
  private final InstantSource clock;

  /// @param languages those with prompts, also with a few only
  /// @param standard spoken to those who chose none
  /// @param reach what can be reached by telephone
  CallSteps(
      FlowWalk walk,
      List<Language> languages,
      Language standard,
      Switchboard switchboard,
      Zones zones,
      Calls calls,
      Supplier<ContactId> ids,
      Reach reach,
      InstantSource clock) {
    this.walk = walk;
    this.languages = List.copyOf(languages);
    this.standard = standard;
    this.switchboard = switchboard;
    this.zones = zones;
    this.calls = calls;
    this.ids = ids;
    this.reach = reach;
    this.spokenAgain = new SpokenAgain(zones.source());
    this.clock = clock;
  }

  StepReply step(StepRequest request) {
    CallState state = request.state().orElseGet(() -> walk.begin(ids.get(), line(request)));
    calls
        .seen(state.contact(), request.on(), request.channel(), request.arrivedAt())
        .ifPresent(switchboard::leave);
    request.phone().ifPresent(phone -> calls.told(state.contact(), phone));
    if (request.event() == CallEvent.LOST || request.event() == CallEvent.RESCUED) {
      switchboard.alone(state.contact());
    }
    return switch (request.event()) {
      case START -> start(request, state);
      case KEYS ->
          follow(
              request,
              state,
              request.keys().isEmpty() || walk.unannounced(state, line(request), request.keys())
                  ? new Input.Silence()
                  : new Input.Keys(request.keys()));
      case POLICE -> follow(request, state, new Input.Silence());
      case RANG -> {
        switchboard.ringEnded(state.contact(), false);
        boolean rangLong = request.keys().equals(LONG);
        yield follow(
            request,
            rangLong ? state.heard(state.heard().hasMissed()) : state,
            new Input.Unanswered());
      }
      case LOST ->
          follow(request, state.slices(0).heard(state.heard().hasLost()), new Input.Lost());
      case RESCUED -> follow(request, state.slices(0), new Input.Lost());
    };
  }

  /// Of a call that no server has met, and that somebody answered without one.
  CallState met(StepRequest request) {
    LineId line = line(request);
    return walk.toTheQueue(walk.begin(ids.get(), line), line);
  }

  /// A key at the start was pressed at the door, where only that of danger means anything.
  private StepReply start(StepRequest request, CallState state) {
    Input input =
        switch (request.keys()) {
          case "" -> new Input.Begun();
          case "1" -> new Input.Danger();
          default -> new Input.Lost();
        };
    return follow(request, state, input);
  }

  private StepReply follow(StepRequest request, CallState before, Input input) {
    FlowWalk.Walked walked = walk.walk(request, before, line(request), language(before), input);
    CallState state = walked.state();
    return switch (walked.step()) {
      case Step.Ask ask -> reply(state, ask(state, ask));
      case Step.Say say -> reply(state, Waiting.words(sounds(state, say.say())));
      case Step.Wait wait -> {
        boolean arrives = !before.flow().node().equals(wait.queue().id());
        yield queue(request, waiting(state, wait.queue(), input, arrives), wait.queue(), arrives);
      }
      case Step.Transfer transfer -> transfer(state, transfer.node());
      case Step.HangUp _ -> reply(state, new Directive.HangUp());
      case Step.RaiseAlarm _, Step.FindCommunes _, Step.CallBack _ ->
          throw new IllegalStateException("answered on the way");
    };
  }

  /// Who chose another way and is where she was has to hear that nobody is there.
  private static CallState waiting(
      CallState state, Node.Queue queue, Input input, boolean arrives) {
    if (arrives) {
      return state.slices(0).heard(state.heard().withChoices(false));
    }
    boolean inVain =
        input instanceof Input.Keys(String keys)
            && keys.length() == 1
            && queue.later().containsKey(keys.charAt(0));
    return inVain ? state.heard(state.heard().hasMissed()) : state;
  }

  private LineId line(StepRequest request) {
    return zones.line(request.line(), walk.standard());
  }

  /// She leaves the queue where she was in one; if nobody answers she comes back to her place.
  private StepReply transfer(CallState state, Node.Transfer node) {
    switchboard.leave(state.contact());
    List<Sound> say = Sound.all(language(state), node.say());
    return reply(
        state,
        walk.number(node.target(), state)
            .<Directive>map(number -> new Directive.Ring(say, number, node.within()))
            .orElseGet(Directive.Rescue::new));
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
    return turn(request, state, queue, turn);
  }

  private void enter(StepRequest request, CallState state) {
    if (!calls.departed(state.contact())) {
      switchboard.enter(contact(request, state));
    }
    if (calls.departed(state.contact())) {
      switchboard.leave(state.contact());
    }
  }

  private StepReply turn(StepRequest request, CallState state, Node.Queue queue, Turn turn) {
    return switch (turn) {
      case Turn.Wait wait -> hold(state, queue, wait);
      case Turn.Ring ring -> ring(request, state, queue, ring);
      case Turn.Joined _ -> reply(state, Waiting.breath());
      case Turn.Unknown _ -> hold(state, queue, UNKNOWN_WAIT);
    };
  }

  /// Where this server cannot ring anybody the dialplan still can.
  private StepReply hold(CallState state, Node.Queue queue, Turn.Wait turn) {
    CallState next = state.slices(state.slices() + 1);
    if (state.slices() >= PATIENCE && !reach.operators().test(state.contact())) {
      return reply(next.slices(1), new Directive.Rescue());
    }
    Waiting.Said said = Waiting.slice(queue, state, turn, language(state));
    return reply(next.heard(said.heard()), said.directive());
  }

  private StepReply ring(StepRequest request, CallState state, Node.Queue queue, Turn.Ring ring) {
    if (!reach.services()) {
      switchboard.ringEnded(state.contact(), false);
      return hold(state, queue, UNKNOWN_WAIT);
    }
    boolean due = state.slices() % RINGS_SAID_EVERY <= 1;
    List<Sound> say = new ArrayList<>(due ? notice(request, state, ring) : List.of());
    say.addAll(Waiting.ringing(state.heard(), due, language(state)));
    return reply(
        state.slices(state.slices() + 1).heard(state.heard().upToDate()),
        new Directive.Ring(say, DialNumber.of(ring.number()), ring.within()));
  }

  /// What the plan has to say honestly before this number rings, in her language.
  private List<Sound> notice(StepRequest request, CallState state, Turn.Ring ring) {
    return ring.reasons().stream().anyMatch(reason -> reason.code().equals("honest"))
        ? state
            .flow()
            .language()
            .filter(languages::contains)
            .map(hers -> spokenAgain.words(line(request), hers, clock.instant()))
            .orElse(List.of())
        : List.of();
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

  private Directive.Ask ask(CallState state, Step.Ask ask) {
    List<Sound> say = sounds(state, ask.say());
    if (ask.keysAtMost() > 1) {
      return new Directive.Ask(say, ask.keysAtMost(), ask.listen());
    }
    say.add(Sound.BREATH);
    return new Directive.Ask(say, 1, Waiting.afterBreath(ask.listen()));
  }

  private List<Sound> sounds(CallState state, List<Utterance> say) {
    Language hers = language(state);
    List<Sound> sounds = new ArrayList<>();
    say.forEach(each -> sounds.add(Sound.of(each.in().orElse(hers), each.prompt())));
    return sounds;
  }

  /// Who she is, as far as her call tells.
  Contact contact(StepRequest request, CallState state) {
    return new Contact(
        state.contact(),
        ContactChannel.CALL,
        line(request),
        state.flow().language(),
        state.flow().postcode(),
        danger(state),
        state.flow().silent(),
        state.incident(),
        request.arrivedAt(),
        request.exercise(),
        state.flow().told());
  }

  /// Danger that was told without an alarm is a human's to judge, first of all where.
  private Danger danger(CallState state) {
    boolean told = state.flow().told().saysUnsafe();
    if (!state.asked()) {
      return told ? Danger.PLACE_UNKNOWN : Danger.NONE;
    }
    return zones.zone(state).isPresent() ? Danger.ALERTED : Danger.PLACE_UNKNOWN;
  }

  private StepReply reply(CallState state, Directive directive) {
    return new StepReply(state, language(state), directive);
  }

  private Language language(CallState state) {
    return state
        .flow()
        .language()
        .filter(languages::contains)
        .or(() -> walk.language(state))
        .orElse(standard);
  }
}
