package org.ariane.router.vacancy;

import java.util.Optional;
import org.ariane.router.access.PrincipalId;

/// By whom a service said it.
public sealed interface Teller {
  /// Whoever holds a link of this generation.
  record Link(int generation) implements Teller {}

  /// An account, as that of the service's own system.
  record Account(PrincipalId id) implements Teller {}

  /// `link:29401234` or `account:service-1`.
  default String wireName() {
    return switch (this) {
      case Link(int generation) -> "link:" + generation;
      case Account(PrincipalId id) -> "account:" + id.value();
    };
  }

  /// The way alone, as `link`: for metrics and views.
  default String way() {
    return switch (this) {
      case Link link -> "link";
      case Account account -> "account";
    };
  }

  static Optional<Teller> parse(String text) {
    int colon = text.indexOf(':');
    String rest = text.substring(colon + 1);
    try {
      return switch (text.substring(0, Math.max(colon, 0))) {
        case "link" -> Optional.of(new Link(Integer.parseInt(rest)));
        case "account" -> Optional.of(new Account(new PrincipalId(rest)));
        default -> Optional.empty();
      };
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
