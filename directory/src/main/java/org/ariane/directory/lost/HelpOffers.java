package org.ariane.directory.lost;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.ariane.directory.Directory;
import org.ariane.directory.place.Zone;
import org.ariane.directory.search.ServiceMatch;
import org.ariane.directory.search.ServiceQuery;
import org.ariane.directory.service.Audience;
import org.ariane.directory.service.Coverage;
import org.ariane.directory.service.Service;
import org.locationtech.jts.geom.Geometry;

/// Who answers one URN, best first, at one moment: open before closed, for everybody before for
/// children or perpetrators alone, local before national, the smaller area before the larger, then
/// by id. Distance plays no part, so that the same answer holds in a whole region, and so that
/// nothing tells where a service stands.
final class HelpOffers {
  private record Ranked(Service service, Ways ways, Region.OfService region) {}

  private final String urn;
  private final List<Ranked> ranking;

  private HelpOffers(String urn, List<Ranked> ranking) {
    this.urn = urn;
    this.ranking = List.copyOf(ranking);
  }

  /// @param urn lower case
  /// @param quarter the moment whose opening hours count
  static HelpOffers of(String urn, Directory directory, java.time.Instant quarter) {
    ServiceQuery query =
        new ServiceQuery(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(urn),
            Set.of(),
            Optional.empty());
    List<ServiceMatch> matches =
        directory.search(query, quarter).matches().stream()
            .filter(match -> answers(match.service(), urn))
            .sorted(bestFirst(directory))
            .toList();
    List<Coverage> coverages = new ArrayList<>();
    List<Ranked> ranking = new ArrayList<>();
    Set<Coverage> seen = new HashSet<>();
    String chain = "services";
    for (ServiceMatch match : matches) {
      Service service = match.service();
      Optional<Ways> ways = Ways.to(service, directory);
      // A second one with the same coverage is never the first anywhere.
      if (ways.isPresent() && seen.add(service.coverage())) {
        chain = Keys.digest(chain + "\n" + Keys.text(service.coverage()));
        int index = coverages.size();
        coverages.add(service.coverage());
        String key = Keys.of(directory.version(), chain);
        ranking.add(new Ranked(service, ways.get(), new Region.OfService(key, coverages, index)));
      }
    }
    return new HelpOffers(urn, ranking);
  }

  /// Whether it names the URN itself; one that names nothing is incomplete and not told here.
  static boolean answers(Service service, String urn) {
    return service.needs().stream().anyMatch(need -> need.toLowerCase(Locale.ROOT).equals(urn));
  }

  private static Comparator<ServiceMatch> bestFirst(Directory directory) {
    ToDoubleFunction<ServiceMatch> size = match -> size(match.service().coverage(), directory);
    return Comparator.comparing((ServiceMatch match) -> !match.open())
        .thenComparing(match -> forOthers(match.service()))
        .thenComparing(match -> match.service().coverage() instanceof Coverage.Nationwide)
        .thenComparingDouble(size)
        .thenComparing(match -> match.service().id().value());
  }

  private static boolean forOthers(Service service) {
    Set<Audience> taken = service.audiences();
    boolean adults = taken.contains(Audience.WOMAN) || taken.contains(Audience.MAN);
    return !adults && (taken.contains(Audience.CHILD) || taken.contains(Audience.PERPETRATOR));
  }

  private static double size(Coverage coverage, Directory directory) {
    return switch (coverage) {
      case Coverage.InZones(var ids) ->
          ids.stream()
              .flatMap(id -> directory.zone(id).stream())
              .mapToDouble(HelpOffers::size)
              .sum();
      case Coverage.Nationwide(var countries) -> countries.size();
    };
  }

  private static double size(Zone zone) {
    return zone.area().map(Geometry::getArea).orElse(0.0);
  }

  Optional<Offer> at(Standpoint place) {
    return ranking.stream()
        .filter(each -> place.heldBy(each.service().coverage()))
        .findFirst()
        .map(each -> offer(each, place));
  }

  Optional<Region> region(String key) {
    return ranking.stream()
        .map(each -> (Region) each.region())
        .filter(region -> region.key().equals(key))
        .findFirst();
  }

  private Offer offer(Ranked ranked, Standpoint place) {
    Service service = ranked.service();
    String language =
        service.languages().stream().findFirst().map(each -> each.language().tag()).orElse("und");
    return new Offer(
        urn,
        service.id().value(),
        service.name(),
        language,
        ranked.ways().uris(place),
        ranked.ways().keys(),
        Optional.of(ranked.region()),
        service.sample(),
        false);
  }
}
