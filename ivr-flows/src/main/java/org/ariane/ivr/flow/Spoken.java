package org.ariane.ivr.flow;

import java.util.ArrayList;
import java.util.List;
import org.ariane.directory.service.Language;
import org.ariane.ivr.prompt.PromptKey;

/// What a node says: each list is one thing she may hear on its own.
record Spoken(List<List<PromptKey>> occasions) {
  /// `*`, ten letters, and the `#` that closes them.
  private static final int PLACE_KEYS = 12;

  static Spoken of(Node node) {
    return new Spoken(
        switch (node) {
          case Node.AskPlace ask when ask.letters() ->
              List.of(ask.question().say(), ask.question().again(), PlaceWords.all());
          case Node.Asking asking -> List.of(asking.question().say(), asking.question().again());
          case Node.Say say -> List.of(say.say());
          case Node.Transfer transfer -> List.of(transfer.say());
          case Node.HangUp end -> List.of(end.say());
          case Node.RaiseAlarm _, Node.CallBack _ -> List.of();
          case Node.Queue queue ->
              List.of(queue.say(), queue.next(), queue.waiting(), queue.longer());
        });
  }

  List<PromptKey> all() {
    List<PromptKey> all = new ArrayList<>();
    occasions.forEach(all::addAll);
    return all;
  }

  /// What is said where she is.
  static List<Utterance> now(FlowState state, Node.Asking asking) {
    List<PromptKey> words =
        state.attempt() == 1 ? asking.question().say() : asking.question().again();
    return switch (asking) {
      case Node.ChooseLanguage choose -> inEach(choose, words);
      case Node.AskPlace ask -> place(state, ask, words);
      case Node.Menu _, Node.Gather _, Node.AskForWhom _, Node.AskDanger _ ->
          Utterance.inHers(words);
    };
  }

  private static List<Utterance> inEach(Node.ChooseLanguage choose, List<PromptKey> words) {
    List<Utterance> say = new ArrayList<>();
    choose.keys().values().forEach(language -> say.addAll(Utterance.in(language, words)));
    say.addAll(Utterance.in(Language.EN, choose.moreSay()));
    return say;
  }

  private static List<Utterance> place(FlowState state, Node.AskPlace ask, List<PromptKey> words) {
    if (!state.choices().isEmpty()) {
      return PlaceWords.menu(state.choices());
    }
    List<Utterance> say = new ArrayList<>(Utterance.inHers(words));
    if (ask.letters()) {
      say.addAll(Utterance.inHers(List.of(PlaceWords.LETTERS)));
    }
    return say;
  }

  static int keysAtMost(FlowState state, Node.Asking asking) {
    return switch (asking) {
      case Node.AskPlace _ -> state.choices().isEmpty() ? PLACE_KEYS : 1;
      case Node.Gather gather -> gather.most() + 1;
      case Node.ChooseLanguage _, Node.Menu _, Node.AskForWhom _, Node.AskDanger _ -> 1;
    };
  }
}
