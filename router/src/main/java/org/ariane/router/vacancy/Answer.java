package org.ariane.router.vacancy;

import org.ariane.directory.service.ServiceId;

/// What becomes of what a service says.
public sealed interface Answer {
  /// It is stored and counts.
  record Taken(Vacancy vacancy) implements Answer {}

  /// The link opens nothing; nothing changed.
  record Refused(Opened why) implements Answer {}

  /// Too often; nothing changed.
  record TooOften(ServiceId service) implements Answer {}

  /// As a tag of metrics.
  default String wireName() {
    return switch (this) {
      case Taken taken -> "taken";
      case Refused(Opened why) -> why.wireName();
      case TooOften often -> "too-often";
    };
  }
}
