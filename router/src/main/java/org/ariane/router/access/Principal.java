package org.ariane.router.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.place.CentreId;
import org.ariane.directory.place.ZoneId;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.ServiceId;

/// Who asks. Built from the roster of accounts, never from what the caller says of itself.
///
/// @param desk the service whose contacts an operator takes; empty for others
/// @param languages those an operator speaks, best first
/// @param zones a registrar's zones; empty means none
/// @param centre a dispatcher's or police supervisor's centre
/// @param affiliations as what its force knows it: a person's number, a unit, an organisation
/// @param referent whether notices about its zones go to it
/// @param position the seat in a centre, as `2`; shown to colleagues instead of a name
/// @param services those that a service's own system speaks for; empty for others
public record Principal(
    PrincipalId id,
    Role role,
    Optional<ServiceId> desk,
    List<Language> languages,
    Set<ZoneId> zones,
    Optional<CentreId> centre,
    Optional<String> position,
    Set<Affiliation> affiliations,
    boolean referent,
    Set<ServiceId> services) {
  public Principal {
    services = Set.copyOf(services);
    languages = List.copyOf(languages);
    zones = Set.copyOf(zones);
    affiliations = Set.copyOf(affiliations);
  }

  /// An account of which nothing else is known.
  public static Principal of(PrincipalId id, Role role) {
    return new Principal(
        id,
        role,
        Optional.empty(),
        List.of(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        false,
        Set.of());
  }

  /// The same, at the desk of a service.
  public Principal atDesk(ServiceId service) {
    return new Principal(
        id,
        role,
        Optional.of(service),
        languages,
        zones,
        centre,
        position,
        affiliations,
        referent,
        services);
  }

  /// The same, speaking these, best first.
  public Principal speaking(List<Language> spoken) {
    return new Principal(
        id, role, desk, spoken, zones, centre, position, affiliations, referent, services);
  }

  /// Whether it is, or belongs to, what is meant: by its account, its centre, or as its force knows
  /// it.
  public boolean is(Affiliation meant) {
    return switch (meant.kind()) {
      case PERSON -> id.value().equals(meant.ref()) || affiliations.contains(meant);
      case CENTRE -> centre.filter(own -> own.value().equals(meant.ref())).isPresent();
      case UNIT, ORGANISATION -> affiliations.contains(meant);
    };
  }

  /// Whether notices about that zone go to it.
  public boolean isReferentOf(ZoneId zone) {
    return referent && zones.contains(zone);
  }

  public boolean has(Role wanted) {
    return role == wanted;
  }
}
