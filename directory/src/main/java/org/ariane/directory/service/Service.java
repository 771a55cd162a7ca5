package org.ariane.directory.service;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.place.Position;

/// One offer of help by one organisation.
///
/// @param needs URNs that it answers, as `urn:service:counseling` (RFC 5031)
/// @param audiences whom it takes; empty means everybody
/// @param premises its door, as far as it may be known
/// @param timeZone in which its hours are written
/// @param confirmedAt the day somebody last confirmed the record
/// @param sample invented for trials; shown wherever the service is named
/// @param provenance where the record comes from; empty where it was written by hand here
public record Service(
    ServiceId id,
    OrganisationId organisation,
    String name,
    ServiceKind kind,
    Set<String> needs,
    Set<Audience> audiences,
    List<SpokenLanguage> languages,
    Coverage coverage,
    List<ServiceChannel> channels,
    Premises premises,
    ZoneId timeZone,
    LocalDate confirmedAt,
    boolean sample,
    Particulars particulars,
    Optional<Provenance> provenance) {
  public Service {
    needs = Set.copyOf(needs);
    audiences = Set.copyOf(audiences);
    languages = List.copyOf(languages);
    channels = List.copyOf(channels);
  }

  /// One of which no particulars and no source are known.
  public Service(
      ServiceId id,
      OrganisationId organisation,
      String name,
      ServiceKind kind,
      Set<String> needs,
      Set<Audience> audiences,
      List<SpokenLanguage> languages,
      Coverage coverage,
      List<ServiceChannel> channels,
      Optional<Position> site,
      ZoneId timeZone,
      LocalDate confirmedAt,
      boolean sample) {
    this(
        id,
        organisation,
        name,
        kind,
        needs,
        audiences,
        languages,
        coverage,
        channels,
        Premises.of(site, Optional.empty()),
        timeZone,
        confirmedAt,
        sample,
        Particulars.UNKNOWN,
        Optional.empty());
  }

  /// Where it stands; empty where it has no door or its address is protected.
  public Optional<Position> site() {
    return premises.position();
  }

  /// Whether its record is too old to be believed unasked, by the day at its place.
  public boolean staleAt(Instant at) {
    return Freshness.stale(confirmedAt, LocalDate.ofInstant(at, timeZone));
  }
}
