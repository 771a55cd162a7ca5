package org.ariane.ops.flow;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ariane.directory.place.Commune;
import org.ariane.directory.service.Language;
import org.ariane.ivr.flow.AlarmOutcome;
import org.ariane.ivr.flow.CallBackOutcome;
import org.ariane.ivr.flow.CommuneChoice;
import org.ariane.ivr.flow.Flow;
import org.ariane.ivr.flow.FlowState;
import org.ariane.ivr.flow.Input;
import org.ariane.ivr.flow.Interpreter;
import org.ariane.ivr.flow.Step;
import org.ariane.ivr.flow.Utterance;
import org.ariane.ivr.prompt.PromptCatalogue;
import org.ariane.ivr.prompt.PromptKey;

/// Plays a flow in the terminal: shows what she would hear, reads what she presses. Nothing is rung
/// and no alarm is raised; what would come of it is asked instead.
public final class FlowPlayer {
  private static final Map<String, AlarmOutcome> ALARMS =
      Map.of(
          "", AlarmOutcome.STORED,
          "n", AlarmOutcome.NO_PLACE,
          "u", AlarmOutcome.UNCOVERED,
          "f", AlarmOutcome.FAILED);

  private final Flow flow;
  private final PromptCatalogue prompts;
  private final List<Commune> communes;
  private final BufferedReader keys;
  private final PrintStream screen;

  /// @param communes that can be found by their first letters
  public FlowPlayer(
      Flow flow,
      PromptCatalogue prompts,
      List<Commune> communes,
      BufferedReader keys,
      PrintStream screen) {
    this.flow = flow;
    this.prompts = prompts;
    this.communes = List.copyOf(communes);
    this.keys = keys;
    this.screen = screen;
  }

  /// Until the call ends, `q`, or there is nothing more to read.
  public void play() throws IOException {
    screen.println("Line " + flow.line() + ". Type keys, or Enter for silence; q hangs up.");
    Interpreter interpreter = new Interpreter(flow);
    Step step = interpreter.step(FlowState.at(flow.start()), new Input.Begun());
    while (true) {
      show(step);
      Optional<Input> input = input(step);
      if (input.isEmpty()) {
        screen.println("She hung up.");
        return;
      }
      if (step instanceof Step.HangUp) {
        return;
      }
      step = interpreter.step(step.state(), input.get());
    }
  }

  private void show(Step step) {
    screen.println("[" + step.state().node() + "]");
    switch (step) {
      case Step.Ask ask -> {
        say(ask.state(), ask.say());
        screen.println(
            "  (listens %s s, %s)"
                .formatted(
                    ask.listen().toSeconds(), ask.keysAtMost() == 1 ? "one key" : "keys, then #"));
      }
      case Step.Say said -> say(said.state(), said.say());
      case Step.RaiseAlarm _ ->
          screen.println(
              "  The alarm is raised. Enter: stored; n: place not found; u: no police reached there; f: not stored.");
      case Step.FindCommunes find ->
          screen.println("  Communes that begin with " + find.keys() + " are looked up.");
      case Step.Transfer transfer -> {
        say(transfer.state(), inHers(transfer.node().say()));
        screen.println(
            "  " + FlowDrawing.kind(transfer.node()) + ". Enter: nobody answers; q: they talk.");
      }
      case Step.CallBack _ ->
          screen.println("  A call-back is asked for. Enter: agreed; n: refused.");
      case Step.Wait wait -> {
        say(wait.state(), inHers(wait.queue().say()));
        screen.println(
            "  (waits for a human%s; keys %s)"
                .formatted(wait.state().silent() ? ", silent" : "", wait.queue().keys().keySet()));
        if (!wait.queue().longer().isEmpty()) {
          screen.println("  After a minute:");
          say(wait.state(), inHers(wait.queue().longer()));
          screen.println("  (then also keys %s)".formatted(wait.queue().later().keySet()));
        }
      }
      case Step.HangUp _ -> screen.println("  The call ends.");
    }
  }

  private Optional<Input> input(Step step) throws IOException {
    return switch (step) {
      case Step.Say _ -> Optional.of(new Input.Silence());
      case Step.HangUp _ -> Optional.of(new Input.Silence());
      case Step.FindCommunes find -> Optional.of(new Input.CommunesFound(found(find)));
      case Step.RaiseAlarm _ ->
          read().map(text -> new Input.Alarmed(ALARMS.getOrDefault(text, AlarmOutcome.STORED)));
      case Step.CallBack _ ->
          read()
              .map(text ->
                  new Input.CallBackAnswered(
                      text.isEmpty() ? CallBackOutcome.AGREED : CallBackOutcome.REFUSED));
      case Step.Transfer _ -> read().map(text -> new Input.Unanswered());
      case Step.Ask _, Step.Wait _ -> read().map(FlowPlayer::pressed);
    };
  }

  /// As the dialplan gathers them: without the closing `#`, unless it stands alone.
  private static Input pressed(String text) {
    String keys =
        text.length() > 1 && text.endsWith("#") ? text.substring(0, text.length() - 1) : text;
    return keys.isEmpty() ? new Input.Silence() : new Input.Keys(keys);
  }

  private List<CommuneChoice> found(Step.FindCommunes find) {
    List<CommuneChoice> found =
        communes.stream()
            .filter(commune -> commune.startsWithKeys(find.keys()))
            .map(commune -> new CommuneChoice(commune.postcode(), spoken(find.state(), commune)))
            .distinct()
            .toList();
    return found.size() > find.atMost() ? List.of() : found;
  }

  private Optional<PromptKey> spoken(FlowState state, Commune commune) {
    String key = "commune-" + commune.slug();
    return Optional.of(key)
        .filter(PromptKey::isValid)
        .map(PromptKey::new)
        .filter(prompt -> prompts.text(language(state), prompt).isPresent());
  }

  private Optional<String> read() throws IOException {
    screen.print("> ");
    screen.flush();
    return Optional.ofNullable(keys.readLine())
        .map(String::strip)
        .filter(text -> !text.equals("q"));
  }

  private void say(FlowState state, List<Utterance> said) {
    for (Utterance utterance : said) {
      Language in = utterance.in().orElse(language(state));
      screen.println(
          "  %s: %s"
              .formatted(
                  in.tag(),
                  prompts.text(in, utterance.prompt()).orElse("<" + utterance.prompt() + ">")));
    }
  }

  private static List<Utterance> inHers(List<PromptKey> prompts) {
    return prompts.stream().map(prompt -> new Utterance(Optional.empty(), prompt)).toList();
  }

  private Language language(FlowState state) {
    return state.language().or(flow::language).orElse(Language.FR);
  }
}
