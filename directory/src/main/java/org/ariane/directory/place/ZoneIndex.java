package org.ariane.directory.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/// Which zones hold a point, a postcode or a commune, smallest first: by area (a zone of communes
/// by theirs), those without one last, equal ones by id. So the answer never depends on the order
/// of files. A point on a border belongs to the zones on both sides; of communes, to the one that
/// the gazetteer names. Immutable after construction, safe from any thread.
public final class ZoneIndex {
  private static final double WITHOUT = 1e9;

  private final Gazetteer gazetteer;
  private final List<Zone> smallestFirst;
  private final int[] outlined;
  private final AreaIndex areas;
  private final Map<CommuneCode, int[]> communes = new HashMap<>();
  private final Map<Postcode, List<Zone>> postcodes = new HashMap<>();

  public ZoneIndex(Collection<Zone> zones) {
    this(zones, Gazetteer.EMPTY);
  }

  /// Looks up the communes that zones list in the gazetteer.
  public ZoneIndex(Collection<Zone> zones, Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    Map<Zone, Double> sizes = new HashMap<>();
    zones.forEach(zone -> sizes.put(zone, size(zone)));
    smallestFirst =
        zones.stream()
            .sorted(
                Comparator.comparingDouble((Zone zone) -> sizes.getOrDefault(zone, WITHOUT))
                    .thenComparing(zone -> zone.id().value()))
            .toList();
    List<Outline> outlines = new ArrayList<>();
    List<Integer> ranks = new ArrayList<>();
    Map<Postcode, Set<Integer>> listed = new HashMap<>();
    for (int rank = 0; rank < smallestFirst.size(); rank++) {
      Zone zone = smallestFirst.get(rank);
      zone.area().map(Outline::of).ifPresent(outlines::add);
      if (zone.area().isPresent()) {
        ranks.add(rank);
      }
      for (CommuneCode code : zone.communes()) {
        communes.merge(code, new int[] {rank}, ZoneIndex::both);
      }
      for (Postcode postcode : zone.postcodes()) {
        listed.computeIfAbsent(postcode, key -> new LinkedHashSet<>()).add(rank);
      }
      for (CommuneCode code : zone.communes()) {
        for (Postcode postcode : postcodesOf(code)) {
          listed.computeIfAbsent(postcode, key -> new LinkedHashSet<>()).add(rank);
        }
      }
    }
    outlined = ranks.stream().mapToInt(Integer::intValue).toArray();
    areas = new AreaIndex(outlines);
    listed.forEach((postcode, found) -> postcodes.put(postcode, withThoseAround(found)));
  }

  private Set<Postcode> postcodesOf(CommuneCode code) {
    return gazetteer.of(code).map(RegisteredCommune::postcodes).orElse(Set.of());
  }

  private double size(Zone zone) {
    if (zone.area().isPresent()) {
      return zone.area().get().getArea();
    }
    double sum =
        zone.communes().stream()
            .sorted(Comparator.comparing(CommuneCode::toString))
            .flatMap(code -> gazetteer.of(code).stream())
            .flatMap(commune -> commune.outline().stream())
            .mapToDouble(Outline::area)
            .sum();
    return sum > 0 ? sum : WITHOUT;
  }

  private static int[] both(int[] before, int[] more) {
    int[] all = Arrays.copyOf(before, before.length + more.length);
    System.arraycopy(more, 0, all, before.length, more.length);
    return all;
  }

  public Optional<Zone> at(Position position) {
    int[] ranks = ranksAt(position.lon(), position.lat());
    return ranks.length == 0 ? Optional.empty() : Optional.of(smallestFirst.get(ranks[0]));
  }

  public Optional<Zone> of(Postcode postcode) {
    return allOf(postcode).stream().findFirst();
  }

  /// Every zone whose area or communes hold the point, smallest first.
  public List<Zone> allAt(Position position) {
    return zones(ranksAt(position.lon(), position.lat()));
  }

  private int[] ranksAt(double lon, double lat) {
    int[] ranks = areas.holding(lon, lat);
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] = outlined[ranks[i]];
    }
    if (communes.isEmpty()) {
      return ranks;
    }
    Optional<RegisteredCommune> commune = gazetteer.at(new Position(lat, lon));
    return commune
        .map(held -> merged(ranks, communes.getOrDefault(held.code(), new int[0])))
        .orElse(ranks);
  }

  private static int[] merged(int[] one, int[] two) {
    return two.length == 0 ? one : Arrays.stream(both(one, two)).sorted().distinct().toArray();
  }

  private List<Zone> zones(int[] ranks) {
    return Arrays.stream(ranks).mapToObj(smallestFirst::get).toList();
  }

  /// Every zone that a postcode lies in, smallest first: those that list it or a commune of it, and
  /// larger ones around the smallest of these.
  public List<Zone> allOf(Postcode postcode) {
    return postcodes.getOrDefault(postcode, List.of());
  }

  private List<Zone> withThoseAround(Set<Integer> listed) {
    int[] ranks = listed.stream().mapToInt(Integer::intValue).sorted().toArray();
    int smallest = ranks[0];
    int[] around =
        smallestFirst
            .get(smallest)
            .area()
            .map(Geometry::getInteriorPoint)
            .map(point -> point.getCoordinate())
            .map((Coordinate middle) -> ranksAt(middle.getX(), middle.getY()))
            .orElse(new int[0]);
    return zones(merged(ranks, Arrays.stream(around).filter(rank -> rank > smallest).toArray()));
  }

  /// Every zone that lists the commune.
  public List<Zone> allOf(CommuneCode commune) {
    return zones(communes.getOrDefault(commune, new int[0]));
  }
}
