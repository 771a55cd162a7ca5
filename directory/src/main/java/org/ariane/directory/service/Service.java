package org.ariane.directory.service;

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
/// @param site where it stands; empty where it has no door or its address is protected
/// @param timeZone in which its hours are written
/// @param confirmedAt the day somebody last confirmed the record
/// @param sample invented for trials; shown wherever the service is named
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
    Optional<Position> site,
    ZoneId timeZone,
    LocalDate confirmedAt,
    boolean sample) {
  public Service {
    needs = Set.copyOf(needs);
    audiences = Set.copyOf(audiences);
    languages = List.copyOf(languages);
    channels = List.copyOf(channels);
  }
}
