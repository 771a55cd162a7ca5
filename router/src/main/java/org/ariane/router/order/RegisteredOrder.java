package org.ariane.router.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.place.ZoneId;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.redlist.RedListSubject;

/// An order in the register of a zone. Its text form names neither number nor place.
///
/// @param version counts the stored changes; 0 before the first
/// @param subject the phone, place or address of whom it protects
/// @param until the last day on which it is in force, in the zone's local time
/// @param clock the zone's local time
/// @param breaches when he was seen not to keep it; they outlive the order
/// @param endingAskedBy the registrar who proposed to end it; another one must confirm
/// @param endedAt when it was lifted
public record RegisteredOrder(
    OrderId id,
    int version,
    RedListSubject subject,
    OrderKind kind,
    String court,
    Optional<String> caseNumber,
    LocalDate until,
    OrderStatus status,
    ZoneId zone,
    java.time.ZoneId clock,
    PrincipalId by,
    Instant createdAt,
    List<Instant> breaches,
    Optional<PrincipalId> endingAskedBy,
    Optional<Instant> endedAt) {
  private static final int MOST_BREACHES = 100;

  public RegisteredOrder {
    breaches = List.copyOf(breaches);
    if (court.isBlank() || court.length() > CourtOrder.MOST_COURT) {
      throw new IllegalArgumentException("a court has 1 to 120 characters");
    }
  }

  public boolean inForce(Instant at) {
    return endedAt.isEmpty() && !at.atZone(clock).toLocalDate().isAfter(until);
  }

  /// As an incident knows it.
  public CourtOrder order() {
    return new CourtOrder(id, kind, court, until, status, !breaches.isEmpty());
  }

  public RegisteredOrder verified() {
    return with(OrderStatus.VERIFIED, breaches, endingAskedBy, endedAt);
  }

  public RegisteredOrder breached(Instant at) {
    List<Instant> more = new ArrayList<>(breaches);
    more.add(at);
    int from = Math.max(0, more.size() - MOST_BREACHES);
    return with(status, more.subList(from, more.size()), endingAskedBy, endedAt);
  }

  public RegisteredOrder endingAsked(PrincipalId registrar) {
    return with(status, breaches, Optional.of(registrar), endedAt);
  }

  public RegisteredOrder ended(Instant at) {
    return with(status, breaches, endingAskedBy, Optional.of(at));
  }

  private RegisteredOrder with(
      OrderStatus how, List<Instant> when, Optional<PrincipalId> asked, Optional<Instant> ended) {
    return new RegisteredOrder(
        id,
        version,
        subject,
        kind,
        court,
        caseNumber,
        until,
        how,
        zone,
        clock,
        by,
        createdAt,
        when,
        asked,
        ended);
  }

  @Override
  public String toString() {
    return "RegisteredOrder[" + id + "]";
  }
}
