package org.ariane.router.redlist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.place.ZoneId;
import org.ariane.router.access.PrincipalId;

/// One entry of the red list. Its text form names neither number nor place.
///
/// @param seriousness 1 to 5
/// @param incidents dated reasons that led to it
/// @param legalBasis the agreement or order that allows the zone to keep it; never blank
/// @param reviewBy when it must be looked at again; overdue, it stays in force
/// @param owner who entered it
/// @param removalAskedBy the registrar who proposed to remove it; another one must confirm
public record RedListEntry(
    RedListEntryId id,
    RedListSubject subject,
    int seriousness,
    String reasonCode,
    List<Recorded> incidents,
    String legalBasis,
    ZoneId zone,
    LocalDate reviewBy,
    PrincipalId owner,
    Instant createdAt,
    Optional<PrincipalId> removalAskedBy) {
  public RedListEntry {
    incidents = List.copyOf(incidents);
    if (seriousness < 1 || seriousness > 5) {
      throw new IllegalArgumentException("seriousness is 1 to 5");
    }
    if (legalBasis.isBlank() || reasonCode.isBlank()) {
      throw new IllegalArgumentException("an entry needs a reason code and a legal basis");
    }
  }

  /// An earlier case.
  public record Recorded(LocalDate date, String reasonCode) {}

  public RedListMark mark() {
    return new RedListMark(subject.kind(), seriousness, reasonCode);
  }

  public RedListEntry removalAskedBy(PrincipalId registrar) {
    return new RedListEntry(
        id,
        subject,
        seriousness,
        reasonCode,
        incidents,
        legalBasis,
        zone,
        reviewBy,
        owner,
        createdAt,
        Optional.of(registrar));
  }

  @Override
  public String toString() {
    return "RedListEntry[" + id + "]";
  }
}
