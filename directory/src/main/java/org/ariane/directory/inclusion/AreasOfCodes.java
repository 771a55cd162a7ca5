package org.ariane.directory.inclusion;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ariane.directory.place.Country;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.place.Zone;
import org.ariane.directory.place.ZoneId;
import org.ariane.directory.service.Coverage;

/// What codes of the official geographical code are in a directory: `france` and `99100` are the
/// country, a department is every zone that lies in it with all its postcodes. Communes and groups
/// of communes are smaller than a zone: which zone, only the coordinator can say.
public final class AreasOfCodes {
  private static final Set<String> FRANCE = Set.of("france", "99100");

  private final List<Zone> zones;

  public AreasOfCodes(List<Zone> zones) {
    this.zones =
        zones.stream()
            .filter(zone -> zone.country().equals(Country.FR) && !zone.postcodes().isEmpty())
            .toList();
  }

  /// Empty where no code says an area of the directory.
  Optional<Coverage> of(List<String> codes) {
    if (codes.stream().anyMatch(FRANCE::contains)) {
      return Optional.of(new Coverage.Nationwide(Set.of(Country.FR)));
    }
    Set<ZoneId> held = new HashSet<>();
    for (String code : codes) {
      if (code.length() <= 3) {
        held.addAll(inDepartment(code));
      }
    }
    return held.isEmpty() ? Optional.empty() : Optional.of(new Coverage.InZones(held));
  }

  /// Postcodes of Corsica begin with 200 and 201 in the south, with 202 and 206 in the north.
  private Set<ZoneId> inDepartment(String code) {
    return zones.stream()
        .filter(zone -> zone.postcodes().stream().allMatch(each -> department(each).equals(code)))
        .map(Zone::id)
        .collect(Collectors.toSet());
  }

  private static String department(Postcode postcode) {
    String digits = postcode.digits();
    if (digits.startsWith("20")) {
      return digits.startsWith("200") || digits.startsWith("201") ? "2A" : "2B";
    }
    return digits.startsWith("97") || digits.startsWith("98")
        ? digits.substring(0, 3)
        : digits.substring(0, 2);
  }
}
