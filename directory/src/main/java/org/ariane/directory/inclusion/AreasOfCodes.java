package org.ariane.directory.inclusion;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ariane.directory.place.CommuneCode;
import org.ariane.directory.place.Country;
import org.ariane.directory.place.Gazetteer;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.place.RegisteredCommune;
import org.ariane.directory.place.Zone;
import org.ariane.directory.place.ZoneId;
import org.ariane.directory.service.Coverage;

/// What codes of the official geographical code are in a directory. `france` and `99100` are the
/// country. Departments and communes together are a territory, which covers every zone that lies in
/// it as a whole, by its communes and postcodes: a service is never said to take people whom its
/// source does not name. (The schema has no codes of regions.)
public final class AreasOfCodes {
  private static final Set<String> FRANCE = Set.of("france", "99100");
  private static final Pattern DEPARTMENT = Pattern.compile("[0-9][0-9AB][0-9]?");
  private static final Pattern COMMUNE = Pattern.compile("[0-9][0-9AB][0-9]{3}");
  private static final Pattern GROUP = Pattern.compile("[0-9]{9}");
  private static final Pattern ABROAD = Pattern.compile("99[0-5][0-9]{2}");

  private final List<Zone> zones;
  private final Gazetteer gazetteer;

  /// Without a register, communes are known as far as zones list them.
  public AreasOfCodes(List<Zone> zones) {
    this(zones, Gazetteer.EMPTY);
  }

  /// With a register.
  ///
  /// @param gazetteer tells which communes lie in a postcode
  public AreasOfCodes(List<Zone> zones, Gazetteer gazetteer) {
    this.zones =
        zones.stream()
            .filter(zone -> zone.country().equals(Country.FR))
            .filter(zone -> !zone.postcodes().isEmpty() || !zone.communes().isEmpty())
            .toList();
    this.gazetteer = gazetteer;
  }

  /// What was understood.
  ///
  /// @param coverage empty where no code says an area of the directory
  /// @param notHeld in words, what the directory has no zone for
  record Reading(Optional<Coverage> coverage, Set<String> notHeld) {
    Reading {
      notHeld = Set.copyOf(notHeld);
    }
  }

  private record Territory(Set<String> departments, Set<String> communes) {
    boolean holds(CommuneCode code) {
      return communes.contains(code.code()) || departments.contains(code.department());
    }
  }

  Reading of(List<String> codes) {
    if (codes.stream().anyMatch(FRANCE::contains)) {
      return new Reading(Optional.of(new Coverage.Nationwide(Set.of(Country.FR))), Set.of());
    }
    Set<String> departments = new HashSet<>();
    Set<String> communes = new HashSet<>();
    Set<String> notHeld = new TreeSet<>();
    for (String code : codes) {
      if (DEPARTMENT.matcher(code).matches()) {
        departments.add(code);
      } else if (ABROAD.matcher(code).matches()) {
        notHeld.add("another country");
      } else if (COMMUNE.matcher(code).matches()) {
        communes.add(code);
      } else {
        notHeld.add(GROUP.matcher(code).matches() ? "a group of communes" : "an unknown code");
      }
    }
    Territory territory = new Territory(departments, communes);
    Set<ZoneId> held =
        zones.stream()
            .filter(zone -> isIn(zone, territory))
            .map(Zone::id)
            .collect(Collectors.toSet());
    if (communes.stream().anyMatch(code -> !inSome(code, held))) {
      notHeld.add("a commune that is a part of a zone, or of none");
    }
    return new Reading(
        held.isEmpty() ? Optional.empty() : Optional.of(new Coverage.InZones(held)), notHeld);
  }

  private boolean inSome(String code, Set<ZoneId> held) {
    return zones.stream()
        .filter(zone -> held.contains(zone.id()))
        .anyMatch(zone -> lies(code, zone));
  }

  private boolean lies(String code, Zone zone) {
    CommuneCode commune = new CommuneCode(Country.FR, code);
    return zone.communes().contains(commune)
        || gazetteer
            .of(commune)
            .map(RegisteredCommune::postcodes)
            .filter(own -> own.stream().anyMatch(zone.postcodes()::contains))
            .isPresent();
  }

  private boolean isIn(Zone zone, Territory territory) {
    return zone.communes().stream().allMatch(territory::holds)
        && zone.postcodes().stream().allMatch(postcode -> isIn(postcode, territory));
  }

  /// In a department by its digits; in communes only where all that share it are named.
  private boolean isIn(Postcode postcode, Territory territory) {
    if (territory.departments().contains(department(postcode))) {
      return true;
    }
    List<RegisteredCommune> sharing = gazetteer.of(postcode);
    return !sharing.isEmpty()
        && sharing.stream().map(RegisteredCommune::code).allMatch(territory::holds);
  }

  /// Postcodes of Corsica begin with 200 and 201 in the south, with 202 and 206 in the north.
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
