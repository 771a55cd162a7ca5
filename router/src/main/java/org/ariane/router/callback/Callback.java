package org.ariane.router.callback;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.PrincipalId;

/// One agreement that she may be called back, made by a human with her. It ends with the first
/// attempt, or in time.
///
/// @param by the operator who noted it
/// @param desk whose operators may make the call
/// @param until when it is deleted, called or not
/// @param wishedAt when a call was asked for; empty while it is only noted how she can be called
public record Callback(
    CallbackId id,
    PrincipalId by,
    ServiceId desk,
    SafeContact contact,
    Instant agreedAt,
    Instant until,
    Optional<Instant> wishedAt,
    boolean exercise) {
  /// So long may it be kept at most.
  public static final Duration LONGEST = Duration.ofDays(14);

  public Callback {
    if (!agreedAt.isBefore(until) || until.isAfter(agreedAt.plus(LONGEST))) {
      throw new IllegalArgumentException("days");
    }
  }

  /// Whether the call may be made now.
  public boolean due(Instant now) {
    return wishedAt.isPresent() && now.isBefore(until) && contact.hours().contain(now);
  }

  Callback wished(Instant at) {
    return new Callback(
        id, by, desk, contact, agreedAt, until, wishedAt.or(() -> Optional.of(at)), exercise);
  }
}
