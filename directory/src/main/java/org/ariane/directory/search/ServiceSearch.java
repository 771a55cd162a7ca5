package org.ariane.directory.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ariane.directory.place.Zone;
import org.ariane.directory.place.ZoneId;
import org.ariane.directory.place.ZoneIndex;
import org.ariane.directory.service.Service;

/// The search over one snapshot. First what excludes: place, public, need, channel, each only where
/// both the query and the record say something. Then rank by what helps most: open, in her
/// language, for people like her, local before national, near; the id last, so that the same
/// question always gets the same answer.
public final class ServiceSearch {
  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparing((Candidate found) -> !found.match().open())
          .thenComparing(found -> !found.languageMet())
          .thenComparing(Candidate::publicFit)
          .thenComparing(Candidate::placeFit)
          .thenComparing(found -> found.match().distanceKm().orElse(Double.MAX_VALUE))
          .thenComparing(found -> found.match().service().id().value());

  private final List<Service> services;
  private final ZoneIndex index;
  private final Map<ZoneId, Zone> zones;

  public ServiceSearch(Collection<Service> services, Collection<Zone> zones, ZoneIndex index) {
    this.services =
        services.stream().sorted(Comparator.comparing(service -> service.id().value())).toList();
    this.index = index;
    this.zones =
        zones.stream().collect(Collectors.toUnmodifiableMap(Zone::id, Function.identity()));
  }

  private record Candidate(
      ServiceMatch match,
      boolean languageMet,
      PublicPolicy.Fit publicFit,
      CoveragePolicy.Fit placeFit) {}

  public SearchResult search(ServiceQuery query, Instant at) {
    Whereabouts whereabouts = Whereabouts.of(query, index);
    List<Candidate> found = new ArrayList<>();
    Map<Service, List<Reason>> passedOver = new LinkedHashMap<>();
    for (Service service : services) {
      List<Reason> against = against(service, query, whereabouts);
      if (against.isEmpty()) {
        found.add(candidate(service, query, whereabouts, at));
      } else {
        passedOver.put(service, against);
      }
    }
    return new SearchResult(
        found.stream().sorted(BEST_FIRST).map(Candidate::match).toList(),
        passedOver.entrySet().stream()
            .map(entry -> new SearchResult.PassedOver(entry.getKey().id(), entry.getValue()))
            .toList());
  }

  private List<Reason> against(Service service, ServiceQuery query, Whereabouts whereabouts) {
    List<Reason> against = new ArrayList<>();
    CoveragePolicy.against(service, whereabouts, zones).ifPresent(against::add);
    PublicPolicy.against(service, query).ifPresent(against::add);
    NeedPolicy.against(service, query).ifPresent(against::add);
    ChannelPolicy.against(service, query).ifPresent(against::add);
    return against;
  }

  private Candidate candidate(
      Service service, ServiceQuery query, Whereabouts whereabouts, Instant at) {
    Openness openness = Openness.of(service, ChannelPolicy.wanted(service, query), at);
    LanguageAnswer language = LanguageAnswer.of(service, query.language(), openness);
    List<Reason> reasons = new ArrayList<>();
    reasons.add(openness.reason());
    language.reason().ifPresent(reasons::add);
    PublicPolicy.reason(service, query).ifPresent(reasons::add);
    CoveragePolicy.reason(service, whereabouts, zones).ifPresent(reasons::add);
    ServiceMatch match =
        new ServiceMatch(
            service,
            openness.open(),
            openness.nextOpening(),
            language.served(),
            CoveragePolicy.distanceKm(service, whereabouts),
            reasons);
    return new Candidate(
        match,
        language.met(),
        PublicPolicy.fit(service, query),
        CoveragePolicy.fit(service, whereabouts, zones));
  }
}
