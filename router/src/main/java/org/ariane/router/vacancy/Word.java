package org.ariane.router.vacancy;

import java.time.Duration;
import java.util.OptionalInt;
import org.ariane.directory.service.Places;

/// What a service says: so many, for so long.
///
/// @param free 0..1000; empty where one must ask
/// @param holds from now, 1 minute to 72 hours
public record Word(OptionalInt free, Duration holds) {
  public static final Duration USUAL = Duration.ofHours(12);
  private static final Duration SHORTEST = Duration.ofMinutes(1);

  public Word {
    if (free.isPresent() && (free.getAsInt() < 0 || free.getAsInt() > Places.MOST)) {
      throw new IllegalArgumentException("free places are a number from 0 to " + Places.MOST);
    }
    if (holds.compareTo(SHORTEST) < 0 || holds.compareTo(Places.LONGEST) > 0) {
      throw new IllegalArgumentException("it holds for a minute to 72 hours");
    }
  }
}
