package org.ariane.router.assignment;

import java.util.Comparator;
import org.ariane.router.contact.Contact;

/// Who is next: danger with an unknown place first of all (nobody can come until a human asked),
/// then other danger, then who lost her operator in mid-sentence or said that she is not safe, then
/// who is silent, then by arrival.
final class QueueOrder {
  static final Comparator<Entry> NEXT_FIRST =
      Comparator.comparingInt(QueueOrder::rank)
          .thenComparing(entry -> entry.contact().arrivedAt())
          .thenComparing(entry -> entry.id().value());

  private QueueOrder() {}

  private static int rank(Entry entry) {
    Contact contact = entry.contact();
    return switch (contact.danger()) {
      case PLACE_UNKNOWN -> 0;
      case ALERTED -> 1;
      case NONE -> {
        if (entry.interrupted() || contact.told().saysUnsafe()) {
          yield 2;
        }
        yield contact.silent() ? 3 : 4;
      }
    };
  }
}
