package org.ariane.directory.search;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.ariane.directory.schedule.OpenSpan;
import org.ariane.directory.service.Service;

/// When an open service closes.
public final class Closing {
  /// Within it people are told, so that nobody sets out for a door that shuts in front of her.
  public static final Duration SOON = Duration.ofMinutes(30);

  private static final Duration FAR = Duration.ofDays(7);
  private static final int MOST_SPANS = 20;

  private Closing() {}

  /// When the last of its ways that are open now closes; empty where none is open, or it stays open
  /// for a week.
  ///
  /// @param channel the wanted one, as in [ServiceQuery#channel]
  public static Optional<Instant> of(Service service, Optional<String> channel, Instant at) {
    return ChannelPolicy.wanted(service, channel).stream()
        .filter(way -> way.hours().openAt(at, service.timeZone()))
        .map(way -> end(way.hours().spanAt(at, service.timeZone()), way, service, at))
        .max(Comparator.naturalOrder())
        .filter(end -> end.isBefore(at.plus(FAR)));
  }

  public static boolean soon(Instant closes, Instant at) {
    return !closes.isAfter(at.plus(SOON));
  }

  /// Hours that touch are one: `Mo 09:00-12:00,12:00-18:00` closes at 18:00.
  private static Instant end(
      OpenSpan first,
      org.ariane.directory.service.ServiceChannel way,
      Service service,
      Instant at) {
    Instant end = first.until();
    for (int i = 0; i < MOST_SPANS && end.isBefore(at.plus(FAR)); i++) {
      OpenSpan next = way.hours().spanAt(end, service.timeZone());
      if (!next.open()) {
        return end;
      }
      end = next.until();
    }
    return end;
  }
}
