package org.ariane.directory.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The communes of a country or several: by code, by postcode, by a point, and by name as people
/// write it. Immutable, safe from any thread.
///
/// A point on a border is held by the communes on both sides. [#at(Position)] then names the
/// smallest, of equal ones the one with the lesser country and code, whatever the order of files. A
/// point in the sea or abroad is in none.
public final class Gazetteer {
  private static final int LONGEST_QUESTION = 80;
  private static final Comparator<RegisteredCommune> BY_CODE =
      Comparator.comparing((RegisteredCommune each) -> each.code().country().code())
          .thenComparing(each -> each.code().code());
  public static final Gazetteer EMPTY = new Gazetteer(List.of());

  private final List<RegisteredCommune> communes;
  private final RegisteredCommune[] outlined;
  private final AreaIndex areas;
  private final Map<CommuneCode, RegisteredCommune> byCode = new HashMap<>();
  private final Map<Postcode, List<RegisteredCommune>> byPostcode = new HashMap<>();
  private final PlaceName[] names;
  private final int[] owners;

  /// A commune whose name is like the one asked for.
  ///
  /// @param name the one of its names that is most like it
  /// @param slips letters in which they differ, 0 to 2
  public record Likeness(RegisteredCommune commune, String name, int slips) {}

  /// Throws [IllegalArgumentException] where two have the same code.
  public Gazetteer(Collection<RegisteredCommune> given) {
    communes = given.stream().sorted(BY_CODE).toList();
    outlined =
        communes.stream()
            .filter(each -> each.outline().isPresent())
            .sorted(Comparator.comparingDouble(RegisteredCommune::area).thenComparing(BY_CODE))
            .toArray(RegisteredCommune[]::new);
    areas =
        new AreaIndex(Arrays.stream(outlined).flatMap(each -> each.outline().stream()).toList());
    List<PlaceName> keys = new ArrayList<>();
    List<Integer> of = new ArrayList<>();
    for (int i = 0; i < communes.size(); i++) {
      RegisteredCommune commune = communes.get(i);
      if (byCode.put(commune.code(), commune) != null) {
        throw new IllegalArgumentException("commune " + commune.code() + " is there twice");
      }
      for (Postcode postcode : commune.postcodes()) {
        byPostcode.computeIfAbsent(postcode, key -> new ArrayList<>()).add(commune);
      }
      for (String name : commune.names()) {
        keys.add(PlaceName.of(name));
        of.add(i);
      }
    }
    names = keys.toArray(PlaceName[]::new);
    owners = of.stream().mapToInt(Integer::intValue).toArray();
  }

  /// All, in the order of countries and codes.
  public List<RegisteredCommune> communes() {
    return communes;
  }

  public Optional<RegisteredCommune> at(Position position) {
    int[] found = areas.holding(position.lon(), position.lat());
    return found.length == 0 ? Optional.empty() : Optional.of(outlined[found[0]]);
  }

  /// Every commune that holds the point, smallest first; more than one on a border only.
  public List<RegisteredCommune> allAt(Position position) {
    return Arrays.stream(areas.holding(position.lon(), position.lat()))
        .mapToObj(i -> outlined[i])
        .toList();
  }

  public Optional<RegisteredCommune> of(CommuneCode code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /// Those that list the postcode, in the order of codes.
  public List<RegisteredCommune> of(Postcode postcode) {
    return List.copyOf(byPostcode.getOrDefault(postcode, List.of()));
  }

  /// Every commune of a name like this one, in any language: the fewest slips first, then by code.
  /// As many slips are forgiven as the length of the name allows; where some commune is called so
  /// to the letter, only those are. Empty where the text has nothing of a name or is too long.
  public List<Likeness> named(String text) {
    PlaceName wanted = text.length() > LONGEST_QUESTION ? PlaceName.of("") : PlaceName.of(text);
    if (wanted.key().isEmpty()) {
      return List.of();
    }
    int most = wanted.forgiven();
    Map<Integer, Likeness> best = new HashMap<>();
    for (int i = 0; i < names.length; i++) {
      int slips = wanted.slips(names[i], most);
      if (slips > most) {
        continue;
      }
      if (slips == 0 && most > 0) {
        most = 0;
        best.clear();
      }
      RegisteredCommune commune = communes.get(owners[i]);
      String name = commune.names().get(i - firstNameOf(i));
      best.merge(
          owners[i],
          new Likeness(commune, name, slips),
          (one, two) -> two.slips() < one.slips() ? two : one);
    }
    return best.values().stream()
        .sorted(Comparator.comparingInt(Likeness::slips).thenComparing(Likeness::commune, BY_CODE))
        .toList();
  }

  private int firstNameOf(int name) {
    int first = name;
    while (first > 0 && owners[first - 1] == owners[name]) {
      first--;
    }
    return first;
  }

  /// Bytes of outlines and their index.
  public long outlineBytes() {
    return areas.bytes();
  }
}
