package org.ariane.router.vacancy;

import org.ariane.directory.service.Service;

/// What becomes of a link that somebody opens.
public sealed interface Opened {
  /// It may be used.
  record Valid(Service service, LinkClaim claim) implements Opened {}

  /// None of ours, or damaged on its way, or of a service that is not in the directory any more.
  record Wrong() implements Opened {}

  /// It ended by itself.
  record Expired() implements Opened {}

  /// A coordinator ended it, or made another one.
  record Revoked() implements Opened {}

  /// As a tag of metrics.
  default String wireName() {
    return switch (this) {
      case Valid valid -> "valid";
      case Wrong wrong -> "wrong";
      case Expired expired -> "expired";
      case Revoked revoked -> "revoked";
    };
  }
}
