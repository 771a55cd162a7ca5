package org.ariane.directory.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.service.Cost;
import org.ariane.directory.service.ListenerGender;
import org.ariane.directory.service.Service;

/// A wish is kept or openly refused: what a record says against it passes the service over with
/// that reason, and what it does not say is told as unknown, never guessed.
final class WishPolicy {
  private WishPolicy() {}

  /// Against it at any hour: another kind, nobody of the wished gender listens there, or it costs.
  static Optional<Reason> against(Service service, ServiceQuery query) {
    if (!query.kinds().isEmpty() && !query.kinds().contains(service.kind())) {
      return Optional.of(new Reason("kind", "Another kind of service"));
    }
    if (query.wishes().free() && service.particulars().cost().charge().equals(Cost.Charge.PAID)) {
      return Optional.of(new Reason("cost", "Not free of charge"));
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

  /// What becomes of each wish.
  static List<Reason> reasons(Service service, ServiceQuery query) {
    List<Reason> reasons = new ArrayList<>();
    Wishes wishes = query.wishes();
    wishes.listener().map(wished -> listener(service, wished)).ifPresent(reasons::add);
    if (wishes.free()) {
      reasons.add(
          service.particulars().cost().charge().equals(Cost.Charge.FREE)
              ? new Reason("cost", "Free of charge")
              : new Reason("cost.unknown", "Ask first: not said whether it is free"));
    }
    if (wishes.accessible()) {
      // What it says is in the record: one reason stands for many services.
      reasons.add(
          service.particulars().accessibility().isPresent()
              ? new Reason("accessibility", "The record says how the door is reached")
              : new Reason("accessibility.unknown", "Ask first: not said how the door is reached"));
    }
    return reasons;
  }

  private static Reason listener(Service service, ListenerGender wished) {
    Set<ListenerGender> listeners = service.particulars().listeners();
    if (listeners.isEmpty()) {
      return new Reason(
          "listener.unknown", "Ask first: not said whether a " + name(wished) + " listens");
    }
    return listeners.size() == 1
        ? new Reason("listener", "A " + name(wished) + " listens")
        : new Reason("listener", "Ask for a " + name(wished) + ": one listens there");
  }

  private static String name(ListenerGender gender) {
    return switch (gender) {
      case WOMAN -> "woman";
      case MAN -> "man";
    };
  }
}
