package org.ariane.directory.lost;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ariane.directory.Directory;
import org.ariane.directory.place.Commune;
import org.ariane.directory.place.Country;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.place.Zone;

/// Finds the zones of a civic address by its country, postcode (`PC`) and commune (`A3`). Where
/// postcode and commune contradict each other the postcode counts and the commune is invalid. All
/// else is left unchecked.
final class CivicResolver {
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final int MAX_PLACES = 50;

  private final Directory directory;
  private final Atlas atlas;

  CivicResolver(Directory directory, Atlas atlas) {
    this.directory = directory;
    this.atlas = atlas;
  }

  Resolution resolve(LostLocation.Civic address) {
    Map<String, String> labels = address.labels();
    Country country = country(labels);
    Optional<String> given = Optional.ofNullable(labels.get("PC"));
    Optional<Postcode> postcode = given.flatMap(text -> postcode(country, text));
    Optional<String> name = Optional.ofNullable(labels.get("A3"));
    List<Standpoint> named = name.map(commune -> named(country, commune)).orElse(List.of());
    Verdicts verdicts = new Verdicts();
    verdicts.put("country", Verdict.VALID);
    if (given.isPresent() && postcode.isEmpty()) {
      verdicts.put("PC", Verdict.INVALID);
    }
    List<Zone> zones = postcode.map(atlas::of).orElse(List.of());
    if (!zones.isEmpty()) {
      verdicts.put("PC", Verdict.VALID);
      if (name.isPresent() && isZoneName(zones, name.get())) {
        verdicts.put("A3", Verdict.VALID);
      } else if (!named.isEmpty()) {
        boolean same = named.stream().anyMatch(place -> sameZone(place, zones));
        verdicts.put("A3", same ? Verdict.VALID : Verdict.INVALID);
      }
      Standpoint place = Standpoint.of(postcode.orElseThrow(), zones);
      return new Resolution(List.of(place), false, Optional.of(verdicts.of(labels)));
    }
    if (!named.isEmpty()) {
      verdicts.put("A3", Verdict.VALID);
      return new Resolution(named, false, Optional.of(verdicts.of(labels)));
    }
    return Resolution.of(List.of(Standpoint.in(country)), true);
  }

  private enum Verdict {
    VALID,
    INVALID,
    UNCHECKED
  }

  /// What was checked, and with what result.
  private static final class Verdicts {
    private final Map<String, Verdict> verdicts = new HashMap<>();

    private void put(String label, Verdict verdict) {
      verdicts.put(label, verdict);
    }

    private LostResponse.Validation of(Map<String, String> labels) {
      List<String> valid = new ArrayList<>();
      List<String> invalid = new ArrayList<>();
      List<String> unchecked = new ArrayList<>();
      for (String label : LostNames.CIVIC_LABELS) {
        if (labels.containsKey(label)) {
          switch (verdicts.getOrDefault(label, Verdict.UNCHECKED)) {
            case VALID -> valid.add(label);
            case INVALID -> invalid.add(label);
            case UNCHECKED -> unchecked.add(label);
          }
        }
      }
      return new LostResponse.Validation(valid, invalid, unchecked);
    }
  }

  private static Country country(Map<String, String> labels) {
    try {
      return new Country(labels.getOrDefault("country", "").toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw LostFault.locationInvalid("A civic address needs its country, two letters of ISO 3166");
    }
  }

  private static Optional<Postcode> postcode(Country country, String text) {
    return Postcode.parse(BLANKS.matcher(text).replaceAll(""))
        .filter(postcode -> postcode.country().equals(country));
  }

  private List<Standpoint> named(Country country, String name) {
    String slug = slug(name);
    return directory.communes().stream()
        .filter(commune -> commune.postcode().country().equals(country))
        .filter(commune -> commune.slug().equals(slug))
        .map(commune -> Standpoint.of(commune.postcode(), atlas.of(commune.postcode())))
        .filter(place -> !place.zones().isEmpty())
        .distinct()
        .limit(MAX_PLACES)
        .toList();
  }

  private static boolean isZoneName(List<Zone> zones, String name) {
    String slug = slug(name);
    return !slug.isEmpty() && zones.stream().anyMatch(zone -> slug(zone.name()).equals(slug));
  }

  private static boolean sameZone(Standpoint place, List<Zone> zones) {
    return place.zones().getFirst().id().equals(zones.getFirst().id());
  }

  private static String slug(String name) {
    return name.isBlank() || name.length() > 80
        ? ""
        : new Commune(name, new Postcode(Country.FR, "00000")).slug();
  }
}
