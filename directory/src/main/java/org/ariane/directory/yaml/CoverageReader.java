package org.ariane.directory.yaml;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.place.Country;
import org.ariane.directory.place.ZoneId;
import org.ariane.directory.service.Coverage;

/// `{countries: [FR]}` or `{zones: [fr-59]}`.
final class CoverageReader {
  private final Names names;

  CoverageReader(Names names) {
    this.names = names;
  }

  Optional<Coverage> read(Value value) {
    Optional<Fields> entry = value.fields("countries", "zones");
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    Fields fields = entry.get();
    boolean national = fields.optional("countries").isPresent();
    if (national == fields.optional("zones").isPresent()) {
      value.refuse("coverage is either countries or zones");
      return Optional.empty();
    }
    if (national) {
      List<Country> countries = fields.requiredList("countries", Values::country);
      return Optional.of(new Coverage.Nationwide(Set.copyOf(countries)));
    }
    List<ZoneId> zones =
        fields.requiredList("zones", item -> names.refer(Names.Kind.ZONE, item, ZoneId::new));
    return Optional.of(new Coverage.InZones(Set.copyOf(zones)));
  }
}
