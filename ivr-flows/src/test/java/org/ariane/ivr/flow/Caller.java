package org.ariane.ivr.flow;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ariane.directory.place.Commune;
import org.ariane.directory.place.Country;
import org.ariane.directory.place.Postcode;
import org.ariane.ivr.flow.yaml.ShippedFlows;
import org.ariane.ivr.prompt.PromptKey;
import org.ariane.router.contact.ForWhom;

/// Somebody who goes through a flow, and what she hears.
final class Caller {
  private static final List<Commune> COMMUNES =
      List.of(
          commune(Country.FR, "94700", "Maisons-Alfort"),
          commune(Country.FR, "94140", "Alfortville"),
          commune(Country.FR, "94400", "Vitry-sur-Seine"),
          commune(Country.FR, "94300", "Vincennes"),
          commune(Country.FR, "94800", "Villejuif"),
          commune(Country.BE, "7100", "La Louvière"));

  private final Interpreter interpreter;
  private final List<String> heard = new ArrayList<>();
  final Set<NodeId> passed = new LinkedHashSet<>();
  private Step step;

  Caller(Flow flow) {
    interpreter = new Interpreter(flow);
    step = take(interpreter.step(FlowState.at(flow.start()), new Input.Begun()));
  }

  private static Commune commune(Country country, String digits, String name) {
    return new Commune(name, new Postcode(country, digits));
  }

  Caller plays(String keys) {
    for (String word : keys.strip().split(" +", -1)) {
      step = take(interpreter.step(step.state(), input(word)));
    }
    return this;
  }

  Step step() {
    return step;
  }

  String hears() {
    return String.join(" → ", heard);
  }

  String end() {
    return switch (step) {
      case Step.Wait wait -> "**" + wait.queue().id() + "**" + known(wait.state());
      case Step.HangUp _ -> "the call ends";
      case Step.Transfer(_, Node.Transfer node) -> node.target() + " rings";
      case Step.Ask ask -> "still asked: " + ask.state().node();
      case Step.Say _, Step.RaiseAlarm _, Step.FindCommunes _, Step.CallBack _ -> "under way";
    };
  }

  private Step take(Step next) {
    passed.add(next.state().node());
    switch (next) {
      case Step.Ask ask -> heard.add(words(ask.say()));
      case Step.Say say -> heard.add(words(say.say()));
      case Step.Wait wait -> hearsWaiting(wait.queue());
      case Step.Transfer transfer -> heard.add(words(Utterance.inHers(transfer.node().say())));
      case Step.RaiseAlarm _ -> heard.add("*alarm*");
      case Step.FindCommunes(FlowState state, String keys, int atMost) -> {
        return take(interpreter.step(state, new Input.CommunesFound(communes(keys, atMost))));
      }
      case Step.CallBack _, Step.HangUp _ -> {}
    }
    return next;
  }

  private void hearsWaiting(Node.Queue queue) {
    String words = words(Utterance.inHers(queue.say()));
    if (heard.isEmpty() || !heard.getLast().equals(words)) {
      heard.add(words);
    }
  }

  private static List<CommuneChoice> communes(String keys, int atMost) {
    List<CommuneChoice> found =
        COMMUNES.stream()
            .filter(commune -> commune.startsWithKeys(keys))
            .map(commune ->
                new CommuneChoice(
                    commune.postcode(),
                    Optional.of(new PromptKey("commune-" + commune.slug()))
                        .filter(key ->
                            ShippedFlows.prompts()
                                .text(org.ariane.directory.service.Language.FR, key)
                                .isPresent())))
            .toList();
    return found.size() > atMost ? List.of() : found;
  }

  private static String words(List<Utterance> say) {
    // What is said in every language stands here once.
    List<Utterance> hers = say.stream().filter(each -> each.in().isEmpty()).toList();
    return Stream.concat(
            say.stream().filter(each -> each.in().isPresent()).map(Utterance::prompt).distinct(),
            hers.stream().map(Utterance::prompt))
        .map(PromptKey::value)
        .collect(Collectors.joining(" "));
  }

  private static Input input(String word) {
    return switch (word) {
      case "-" -> new Input.Silence();
      case "lost" -> new Input.Lost();
      case "unanswered" -> new Input.Unanswered();
      case "agreed", "refused" ->
          new Input.CallBackAnswered(CallBackOutcome.valueOf(word.toUpperCase(Locale.ROOT)));
      case "stored", "no-place", "uncovered", "failed" ->
          new Input.Alarmed(AlarmOutcome.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')));
      default ->
          new Input.Keys(
              word.length() > 1 && word.endsWith("#")
                  ? word.substring(0, word.length() - 1)
                  : word);
    };
  }

  private static String known(FlowState state) {
    List<String> known = new ArrayList<>();
    state.language().ifPresent(language -> known.add(language.tag()));
    state.postcode().ifPresent(postcode -> known.add(postcode.digits()));
    state.told().forWhom().map(ForWhom::wireName).ifPresent(known::add);
    state.told().safeNow().ifPresent(safe -> known.add(safe ? "safe now" : "danger"));
    state.told().answers().forEach((name, keys) -> known.add(name + " " + keys));
    if (state.silent()) {
      known.add("silent");
    }
    return known.isEmpty() ? "" : " " + String.join(", ", known);
  }
}
