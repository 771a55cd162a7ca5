package org.ariane.directory.service;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.phone.PhoneNumber;

/// A number that people dial and the chat that goes with it, and who answers.
///
/// @param number as dialled, as `3919`
/// @param desks services whose operators answer this line, first choice first
/// @param offerFor how long all desks together may take before the plan goes on
/// @param overflow services whose telephone is rung when no desk answers, first choice first,
///   before the open local services are tried
/// @param fallback the number of last resort, so that a plan is never a dead end; empty where the
///   server's `telephony.fallback-number` is meant
/// @param parallel for whom the desks and the services' telephones are asked at once
public record Line(
    LineId id,
    String name,
    PhoneNumber number,
    List<ServiceId> desks,
    Duration offerFor,
    List<ServiceId> overflow,
    Optional<PhoneNumber> fallback,
    Set<AllAtOnce> parallel) {
  public Line {
    desks = List.copyOf(desks);
    overflow = List.copyOf(overflow);
    parallel = Set.copyOf(parallel);
  }

  /// One that asks one after the other.
  public Line(
      LineId id,
      String name,
      PhoneNumber number,
      List<ServiceId> desks,
      Duration offerFor,
      List<ServiceId> overflow,
      Optional<PhoneNumber> fallback) {
    this(id, name, number, desks, offerFor, overflow, fallback, Set.of());
  }
}
