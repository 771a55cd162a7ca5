package org.ariane.ivr.flow;

import java.util.ArrayList;
import java.util.List;
import org.ariane.ivr.prompt.PromptKey;

/// What is said around a place besides the words of its node.
final class PlaceWords {
  /// "Or star, then the first letters of your town."
  static final PromptKey LETTERS = new PromptKey("place-letters");

  /// "No town begins so, or too many do."
  static final PromptKey UNCLEAR = new PromptKey("place-unclear");

  /// "None of these: 0."
  static final PromptKey NONE = new PromptKey("place-none");

  static final char NONE_KEY = '0';

  /// More would not be listened to.
  static final int CHOICES = 4;

  private PlaceWords() {}

  /// "1" to "4", after the name each.
  static PromptKey press(int number) {
    return new PromptKey("press-" + number);
  }

  static List<Utterance> menu(List<CommuneChoice> choices) {
    List<Utterance> say = new ArrayList<>();
    for (int i = 0; i < choices.size(); i++) {
      CommuneChoice choice = choices.get(i);
      say.addAll(
          choice
              .spoken()
              .map(name -> Utterance.inHers(List.of(name)))
              .orElseGet(() -> Utterance.digits(choice.postcode().digits())));
      say.addAll(Utterance.inHers(List.of(press(i + 1))));
    }
    say.addAll(Utterance.inHers(List.of(NONE)));
    return say;
  }

  /// All that may be said, names apart.
  static List<PromptKey> all() {
    List<PromptKey> all = new ArrayList<>(List.of(LETTERS, UNCLEAR, NONE));
    for (int number = 1; number <= CHOICES; number++) {
      all.add(press(number));
    }
    for (int digit = 0; digit <= 9; digit++) {
      all.add(new PromptKey("digit-" + digit));
    }
    return all;
  }
}
