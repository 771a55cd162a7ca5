package org.ariane.directory.place;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds the commune that somebody wrote: its code (`94046`, `FR-94046`, `BE-62063`; INSEE or NIS),
/// or its name in any of its languages, with slips of the pen. The registered communes are asked
/// first, then those of which name and postcode alone are known, then zones that are called so.
public final class PlaceQuestion {
  private static final Pattern CODE = Pattern.compile("(?:([A-Z]{2})[- ]?)?([0-9][0-9AB][0-9]{3})");
  private static final Comparator<Postcode> BY_DIGITS = Comparator.comparing(Postcode::digits);

  private final Gazetteer gazetteer;
  private final Collection<Commune> communes;
  private final Collection<Zone> zones;
  private volatile @Nullable Names names;

  /// What communes and zones are called, as it is compared; made with the first question.
  private record Names(Map<Commune, PlaceName> communes, Map<String, List<Zone>> zones) {
    static Names of(Collection<Commune> communes, Collection<Zone> zones) {
      Map<Commune, PlaceName> called = new LinkedHashMap<>();
      communes.forEach(commune -> called.put(commune, PlaceName.of(commune.name())));
      return new Names(
          called,
          zones.stream().collect(Collectors.groupingBy(zone -> PlaceName.of(zone.name()).key())));
    }
  }

  public PlaceQuestion(Gazetteer gazetteer, Collection<Commune> communes, Collection<Zone> zones) {
    this.gazetteer = gazetteer;
    this.communes = communes;
    this.zones = zones;
  }

  private Names names() {
    Names known = names;
    if (known == null) {
      known = Names.of(communes, zones);
      names = known;
    }
    return known;
  }

  /// What is meant by the text.
  ///
  /// @param near a postcode that was given with it; of several communes it leaves those that list
  ///   it
  public AskedPlace of(String text, Optional<Postcode> near) {
    Matcher code = CODE.matcher(text.strip().toUpperCase(java.util.Locale.ROOT));
    List<Found> found =
        code.matches()
            ? byCode(Optional.ofNullable(code.group(1)), code.group(2))
            : byName(text.strip());
    List<Found> there =
        found.stream()
            .filter(each ->
                near.filter(postcode -> each.candidate().postcodes().contains(postcode))
                    .isPresent())
            .toList();
    return answer(there.isEmpty() ? found : there);
  }

  private record Found(AskedPlace alone, AskedPlace.Candidate candidate) {}

  private static AskedPlace answer(List<Found> found) {
    return switch (found.size()) {
      case 0 -> new AskedPlace.Unknown();
      case 1 -> found.getFirst().alone();
      default -> new AskedPlace.Several(found.stream().map(Found::candidate).toList());
    };
  }

  private List<Found> byCode(Optional<String> country, String code) {
    return List.of(Country.FR, Country.BE).stream()
        .filter(each -> country.isEmpty() || each.code().equals(country.get()))
        .flatMap(each -> code(each, code).stream())
        .flatMap(each -> gazetteer.of(each).stream())
        .map(commune -> registered(commune, 0))
        .toList();
  }

  private static Optional<CommuneCode> code(Country country, String code) {
    try {
      return Optional.of(new CommuneCode(country, code));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private List<Found> byName(String text) {
    List<Found> registered =
        gazetteer.named(text).stream()
            .map(likeness -> registered(likeness.commune(), likeness.slips()))
            .toList();
    if (!registered.isEmpty()) {
      return registered;
    }
    List<Found> listed = listed(text);
    return listed.isEmpty() ? zonesNamed(text) : listed;
  }

  private static Found registered(RegisteredCommune commune, int slips) {
    List<Postcode> postcodes = commune.postcodes().stream().sorted(BY_DIGITS).toList();
    return new Found(
        new AskedPlace.Registered(commune, slips),
        new AskedPlace.Candidate(commune.name(), Optional.of(commune.code()), postcodes));
  }

  /// A commune with several postcodes has a line for each; of the same name far apart are two.
  private List<Found> listed(String text) {
    PlaceName wanted = PlaceName.of(text);
    if (wanted.key().isEmpty() || text.length() > 80) {
      return List.of();
    }
    int most = wanted.forgiven();
    Map<String, List<Commune>> like = new LinkedHashMap<>();
    for (Map.Entry<Commune, PlaceName> named : names().communes().entrySet()) {
      Commune commune = named.getKey();
      int slips = wanted.slips(named.getValue(), most);
      if (slips <= most) {
        if (slips == 0 && most > 0) {
          most = 0;
          like.clear();
        }
        like.computeIfAbsent(area(commune, named.getValue()), key -> new ArrayList<>())
            .add(commune);
      }
    }
    return like.values().stream().map(PlaceQuestion::listed).toList();
  }

  private static String area(Commune commune, PlaceName name) {
    Postcode postcode = commune.postcode();
    return postcode.country().code() + postcode.digits().substring(0, 2) + name.key();
  }

  private static Found listed(List<Commune> one) {
    String name = one.getFirst().name();
    List<Postcode> postcodes = one.stream().map(Commune::postcode).sorted(BY_DIGITS).toList();
    return new Found(
        new AskedPlace.ByPostcode(name, postcodes.getFirst()),
        new AskedPlace.Candidate(name, Optional.empty(), postcodes));
  }

  private List<Found> zonesNamed(String text) {
    String wanted = PlaceName.of(text).key();
    return wanted.isEmpty() ? List.of() : named(names().zones().getOrDefault(wanted, List.of()));
  }

  private static List<Found> named(List<Zone> found) {
    return found.stream()
        .flatMap(zone ->
            zone.postcodes().stream()
                .min(BY_DIGITS)
                .map(least ->
                    new Found(
                        new AskedPlace.ByPostcode(zone.name(), least),
                        new AskedPlace.Candidate(
                            zone.name(),
                            Optional.empty(),
                            zone.postcodes().stream().sorted(BY_DIGITS).toList())))
                .stream())
        .toList();
  }
}
