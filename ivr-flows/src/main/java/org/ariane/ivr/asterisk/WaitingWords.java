package org.ariane.ivr.asterisk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.service.Language;
import org.ariane.router.assignment.Turn;

/// Place and expected wait as sentences. Minutes are rounded up to those that have a prompt, never
/// down; where nothing is known that is said.
final class WaitingWords {
  private static final int PLACES = 20;
  private static final List<Integer> MINUTES =
      List.of(1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60);

  /// Beyond the longest prompt.
  static final int HOURS = 999;

  /// Those in which numbers can be said; the others have a few sentences only.
  private static final Set<String> SPOKEN = Set.of("fr", "nl", "de", "en", "ar");

  private WaitingWords() {}

  /// As it would be said; 0 where nothing is known.
  static int minutes(Optional<Duration> expected) {
    return expected
        .map(wait -> {
          long up = Math.max(1, wait.plusSeconds(59).toMinutes());
          return MINUTES.stream().filter(minutes -> minutes >= up).findFirst().orElse(HOURS);
        })
        .orElse(0);
  }

  /// Nothing for whoever is next: the prompts of the flow say that.
  static List<Sound> place(int place, Language language) {
    if (place <= 1) {
      return List.of();
    }
    return List.of(Sound.of(language, place <= PLACES ? "place-" + place : "place-many"));
  }

  static Sound within(int minutes, Language language) {
    return Sound.of(
        language,
        switch (minutes) {
          case 0 -> "within-unknown";
          case HOURS -> "within-hours";
          default -> "within-" + minutes;
        });
  }

  static List<Sound> both(Turn.Wait turn, Language language) {
    if (!SPOKEN.contains(language.tag())) {
      return List.of();
    }
    List<Sound> say = new ArrayList<>(place(turn.position(), language));
    say.add(within(minutes(turn.expected()), language));
    return say;
  }

  /// Whether it is worth saying before its time: she has moved on, or it is to take less, or half
  /// as long again.
  static boolean changed(Heard heard, Turn.Wait turn) {
    int minutes = minutes(turn.expected());
    boolean moved = heard.place() > 0 && turn.position() < heard.place();
    boolean known = minutes > 0 && heard.minutes() > 0;
    return moved
        || (known
            && (minutes < heard.minutes() || minutes > heard.minutes() + heard.minutes() / 2));
  }
}
