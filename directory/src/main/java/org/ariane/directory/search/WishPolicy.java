package org.ariane.directory.search;

import java.util.Optional;
import java.util.Set;
import org.ariane.directory.service.ListenerGender;
import org.ariane.directory.service.Service;

/// A wish is kept or openly refused: what a record says against it passes the service over with
/// that reason, and what it does not say is told as unknown, never guessed.
final class WishPolicy {
  private WishPolicy() {}

  /// Against it at any hour: another kind, or nobody of the wished gender listens there.
  static Optional<Reason> against(Service service, ServiceQuery query) {
    if (!query.kinds().isEmpty() && !query.kinds().contains(service.kind())) {
      return Optional.of(new Reason("kind", "Another kind of service"));
    }
    Set<ListenerGender> listeners = service.particulars().listeners();
    return query
        .wishes()
        .listener()
        .filter(wished -> !listeners.isEmpty() && !listeners.contains(wished))
        .map(wished -> new Reason("listener", "No " + name(wished) + " listens there"));
  }

  /// Against it at this hour.
  static Optional<Reason> against(Service service, ServiceQuery query, Answer answer) {
    if (query.wishes().openNow() && !answer.open()) {
      return Optional.of(answer.hours());
    }
    return languageRefused(service, query.wishes(), answer.languageMet())
        ? answer.language()
        : Optional.empty();
  }

  static boolean languageRefused(Service service, Wishes wishes, boolean met) {
    return wishes.herLanguageOnly() && !met && !service.languages().isEmpty();
  }

  /// What becomes of the wish for a listener.
  static Optional<Reason> reason(Service service, ServiceQuery query) {
    Set<ListenerGender> listeners = service.particulars().listeners();
    return query
        .wishes()
        .listener()
        .map(wished -> {
          if (listeners.isEmpty()) {
            return new Reason(
                "listener.unknown", "Ask first: not said whether a " + name(wished) + " listens");
          }
          return listeners.size() == 1
              ? new Reason("listener", "A " + name(wished) + " listens")
              : new Reason("listener", "Ask for a " + name(wished) + ": one listens there");
        });
  }

  private static String name(ListenerGender gender) {
    return switch (gender) {
      case WOMAN -> "woman";
      case MAN -> "man";
    };
  }
}
