package org.ariane.directory.service;

import java.util.Set;
import org.ariane.directory.place.Country;
import org.ariane.directory.place.ZoneId;

/// Whom a service takes by place.
public sealed interface Coverage {
  /// Everybody in these countries.
  record Nationwide(Set<Country> countries) implements Coverage {
    public Nationwide {
      countries = Set.copyOf(countries);
    }
  }

  /// Everybody in these zones.
  record InZones(Set<ZoneId> zones) implements Coverage {
    public InZones {
      zones = Set.copyOf(zones);
    }
  }
}
