package org.ariane.router.redlist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ariane.router.access.PrincipalId;

/// What allows a zone to keep a red list. Without one in force the zone's list is off: nothing can
/// be added and nothing matches.
///
/// @param reference of the agreement or order; never blank
/// @param validUntil the last day; empty for no end
/// @param by the two who recorded it; empty for that of the sample
public record LegalBasis(String reference, Optional<LocalDate> validUntil, List<PrincipalId> by) {
  public LegalBasis {
    by = List.copyOf(by);
    if (reference.isBlank() || reference.length() > 200) {
      throw new IllegalArgumentException("a legal basis has a reference");
    }
  }

  public boolean inForce(LocalDate today) {
    return validUntil.map(last -> !today.isAfter(last)).orElse(true);
  }

  public boolean sample() {
    return by.isEmpty();
  }

  /// What is known of one zone.
  ///
  /// @param stored the stored form that it was read from, empty for none: it is replaced only if it
  ///   did not change meanwhile
  public record OfZone(Optional<LegalBasis> recorded, Optional<Proposed> proposed, String stored) {
    public static final OfZone NONE = new OfZone(Optional.empty(), Optional.empty(), "");

    public boolean on(LocalDate today) {
      return recorded.filter(basis -> basis.inForce(today)).isPresent();
    }
  }

  /// What one asked for and another must confirm.
  ///
  /// @param registrar whether the one who asked is a registrar
  public record Proposed(
      String reference,
      Optional<LocalDate> validUntil,
      PrincipalId by,
      boolean registrar,
      Instant at) {}
}
