package org.ariane.directory.lost;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.place.Country;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.place.Zone;
import org.ariane.directory.service.Coverage;

/// A place as the search sees it: the zones that hold it and its country. Everywhere with the same
/// standpoint has the same answers.
///
/// @param zones smallest first
/// @param postcode where the place was told by one
record Standpoint(List<Zone> zones, Optional<Country> country, Optional<Postcode> postcode) {
  Standpoint {
    zones = List.copyOf(zones);
  }

  static Standpoint in(List<Zone> zones) {
    return new Standpoint(zones, zones.stream().findFirst().map(Zone::country), Optional.empty());
  }

  static Standpoint of(Postcode postcode, List<Zone> zones) {
    return new Standpoint(
        zones,
        zones.stream().findFirst().map(Zone::country).or(() -> Optional.of(postcode.country())),
        Optional.of(postcode));
  }

  /// Somewhere in a country.
  static Standpoint in(Country country) {
    return new Standpoint(List.of(), Optional.of(country), Optional.empty());
  }

  boolean heldBy(Coverage coverage) {
    return switch (coverage) {
      case Coverage.Nationwide(Set<Country> countries) ->
          country.filter(countries::contains).isPresent();
      case Coverage.InZones(var ids) -> zones.stream().anyMatch(zone -> ids.contains(zone.id()));
    };
  }
}
