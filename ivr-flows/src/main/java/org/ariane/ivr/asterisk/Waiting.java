package org.ariane.ivr.asterisk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ariane.directory.service.Language;
import org.ariane.ivr.flow.Node;
import org.ariane.router.assignment.Turn;

/// What a waiting caller hears: an honest word on arrival and at intervals, a quiet sound between.
final class Waiting {
  /// Length of the hold sound; the dialplan asks again after each.
  static final Duration SLICE = Duration.ofSeconds(5);

  /// Just long enough for the switch to look for keys.
  private static final Duration HARDLY = Duration.ofMillis(50);

  private static final Duration LEAST = Duration.ofMillis(500);

  /// Slices between two looks at whether something has changed for her.
  private static final int LOOK_EVERY = 3;

  private static final int A_MINUTE = 60;

  private static final String LOST = "connection-lost";
  private static final String NOBODY_YET = "nobody-yet";

  private Waiting() {}

  /// What she hears, and what she has been told by then.
  record Said(Directive.Ask directive, Heard heard) {}

  /// Whoever is silent or in danger hears no numbers: a voice that counts is of no help to her, and
  /// may be heard.
  static Said slice(Node.Queue queue, CallState state, Turn.Wait turn, Language language) {
    boolean danger = state.asked() || state.flow().told().saysUnsafe();
    boolean numbers = !danger && !state.flow().silent() && !queue.silent();
    int slices = state.slices();
    Heard heard = state.heard();
    boolean arrives = slices == 0;
    boolean due = slices % Math.max(1, queue.every().dividedBy(SLICE)) == 0;
    boolean changed = slices % LOOK_EVERY == 0 && WaitingWords.changed(heard, turn);
    boolean next = turn.position() <= 1;
    List<Sound> say = new ArrayList<>();
    if (heard.lost()) {
      say.add(Sound.of(language, LOST));
    } else if (heard.missed()) {
      say.add(Sound.of(language, NOBODY_YET));
    } else if (arrives) {
      say.addAll(Sound.all(language, queue.say()));
    } else if (due || (numbers && changed)) {
      say.addAll(Sound.all(language, next ? queue.next() : queue.waiting()));
    }
    // Whoever comes first is asked for at once; more would only keep her listening.
    if (numbers && !say.isEmpty() && !heard.lost() && !(arrives && next)) {
      say.addAll(WaitingWords.both(turn, language));
      heard = heard.numbers(turn.position(), WaitingWords.minutes(turn.expected()));
    }
    // Said before she may press it, and only where the flow has such ways.
    boolean waitsLong =
        slices * SLICE.toSeconds() >= A_MINUTE || WaitingWords.minutes(turn.expected()) > 1;
    if (!queue.longer().isEmpty() && waitsLong && !heard.lost() && (due || !say.isEmpty())) {
      say.addAll(Sound.all(language, queue.longer()));
      heard = heard.withChoices(true);
    }
    say.add(Sound.HOLD);
    return new Said(new Directive.Ask(say, 1, HARDLY), heard.upToDate());
  }

  /// Before a number is rung for her.
  static List<Sound> ringing(Heard heard, boolean due, Language language) {
    if (heard.lost()) {
      return List.of(Sound.of(language, LOST));
    }
    if (heard.missed()) {
      return List.of(Sound.of(language, NOBODY_YET));
    }
    return due ? List.of(Sound.of(language, "ringing")) : List.of();
  }

  /// What is left to listen after [Sound#BREATH], which tells her that the line is not dead.
  static Duration afterBreath(Duration listen) {
    Duration left = listen.minus(SLICE.dividedBy(2));
    return left.compareTo(LEAST) < 0 ? LEAST : left;
  }

  /// Words that nothing is asked after; a key cuts them short.
  static Directive.Ask words(List<Sound> say) {
    return new Directive.Ask(say, 1, HARDLY);
  }

  /// Somebody is just being joined to her.
  static Directive.Ask breath() {
    return new Directive.Ask(List.of(Sound.BREATH), 1, HARDLY);
  }
}
