package org.ariane.router.assignment;

import java.util.Comparator;
import org.ariane.router.contact.Danger;

/// Who is next: danger with an unknown place first of all (nobody can come until a human asked),
/// then other danger, then who lost her operator in mid-sentence, then who is silent, then by
/// arrival.
final class QueueOrder {
  static final Comparator<Entry> NEXT_FIRST =
      Comparator.comparingInt(QueueOrder::rank)
          .thenComparing(entry -> entry.contact().arrivedAt())
          .thenComparing(entry -> entry.id().value());

  private QueueOrder() {}

  private static int rank(Entry entry) {
    Danger danger = entry.contact().danger();
    return switch (danger) {
      case PLACE_UNKNOWN -> 0;
      case ALERTED -> 1;
      case NONE -> entry.interrupted() ? 2 : entry.contact().silent() ? 3 : 4;
    };
  }
}
