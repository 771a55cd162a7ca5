package org.ariane.ivr.asterisk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ariane.directory.service.Language;
import org.ariane.ivr.flow.Node;

/// What a waiting caller hears: an honest word on arrival and at intervals, a quiet sound between.
final class Waiting {
  /// Length of the hold sound; the dialplan asks again after each.
  static final Duration SLICE = Duration.ofSeconds(5);

  /// Just long enough for the switch to look for keys.
  private static final Duration HARDLY = Duration.ofMillis(50);

  private static final Duration LEAST = Duration.ofMillis(500);

  private Waiting() {}

  static Directive.Ask slice(Node.Queue queue, int slices, int position, Language language) {
    long every = Math.max(1, queue.every().dividedBy(SLICE));
    List<Sound> say = new ArrayList<>();
    if (slices == 0) {
      say.addAll(Sound.all(language, queue.say()));
    } else if (slices % every == 0) {
      say.addAll(Sound.all(language, position <= 1 ? queue.next() : queue.waiting()));
    }
    say.add(Sound.HOLD);
    return new Directive.Ask(say, 1, HARDLY);
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
