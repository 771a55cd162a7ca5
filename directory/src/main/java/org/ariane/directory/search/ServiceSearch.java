package org.ariane.directory.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ariane.directory.place.Zone;
import org.ariane.directory.place.ZoneId;
import org.ariane.directory.place.ZoneIndex;
import org.ariane.directory.service.Places;
import org.ariane.directory.service.SaidPlaces;
import org.ariane.directory.service.Service;

/// The search over one snapshot: [#best] finds the best few by an index, [#search] looks at every
/// service and also says who was passed over and why. Both rank alike. First what excludes: place,
/// public, need, channel, each only where both the query and the record say something. Then rank by
/// what helps most: open, in her language, for people like her, local before national, near; the id
/// last, so that the same question always gets the same answer.
public final class ServiceSearch {
  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparing((Candidate found) -> !found.match().open())
          .thenComparing(Candidate::full)
          .thenComparing(found -> !found.languageMet())
          .thenComparing(Candidate::publicFit)
          .thenComparing(Candidate::placeFit)
          .thenComparing(found -> found.match().distanceKm().orElse(Double.MAX_VALUE))
          .thenComparing(found -> found.match().service().id().value());

  private final List<Service> services;
  private final ZoneIndex index;
  private final Map<ZoneId, Zone> zones;
  private final ServiceIndex byPlace;

  public ServiceSearch(Collection<Service> services, Collection<Zone> zones, ZoneIndex index) {
    this(services, zones, index, Scope.SMALL);
  }

  /// @param small see [Scope]
  ServiceSearch(Collection<Service> services, Collection<Zone> zones, ZoneIndex index, int small) {
    this.services =
        services.stream().sorted(Comparator.comparing(service -> service.id().value())).toList();
    this.index = index;
    this.zones =
        zones.stream().collect(Collectors.toUnmodifiableMap(Zone::id, Function.identity()));
    this.byPlace = new ServiceIndex(this.services, this.zones, index, small);
  }

  private record Candidate(
      ServiceMatch match,
      boolean full,
      boolean languageMet,
      PublicPolicy.Fit publicFit,
      CoveragePolicy.Fit placeFit) {}

  /// The first matches of [#search], at most `limit`: the same services, in the same order, for the
  /// same reasons.
  public List<ServiceMatch> best(ServiceQuery query, Instant at, int limit) {
    return best(query, at, limit, SaidPlaces.NOTHING);
  }

  /// The first matches where these words count beside the records.
  public List<ServiceMatch> best(ServiceQuery query, Instant at, int limit, SaidPlaces said) {
    return byPlace.best(query, at, limit, said);
  }

  /// All services, matching or passed over.
  public SearchResult search(ServiceQuery query, Instant at) {
    return search(query, at, services, SaidPlaces.NOTHING);
  }

  /// As [#search], looking at these alone.
  ///
  /// @param among in the order of ids
  /// @param said words that count beside the records
  public SearchResult search(
      ServiceQuery query, Instant at, Collection<Service> among, SaidPlaces said) {
    Whereabouts whereabouts = Whereabouts.of(query, index);
    List<Candidate> found = new ArrayList<>();
    Map<Service, List<Reason>> passedOver = new LinkedHashMap<>();
    for (Service service : among) {
      List<Reason> against = against(service, query, whereabouts);
      if (against.isEmpty()) {
        Answer answer =
            Answer.of(service, ChannelPolicy.wanted(service, query), query.language(), at);
        WishPolicy.against(service, query, answer).ifPresent(against::add);
        if (against.isEmpty()) {
          found.add(candidate(service, query, whereabouts, at, answer, said));
        }
      }
      if (!against.isEmpty()) {
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
    WishPolicy.against(service, query).ifPresent(against::add);
    return against;
  }

  private Candidate candidate(
      Service service,
      ServiceQuery query,
      Whereabouts whereabouts,
      Instant at,
      Answer answer,
      SaidPlaces said) {
    CoveragePolicy.Fit place = CoveragePolicy.fit(service, whereabouts);
    Optional<Places> places = LoadPolicy.known(service, said, at);
    return new Candidate(
        match(
            service,
            answer,
            Fits.Told.of(service, query),
            place,
            places,
            at,
            CoveragePolicy.distanceKm(service, whereabouts)),
        places.filter(Places::none).isPresent(),
        answer.languageMet(),
        PublicPolicy.fit(service, query),
        place);
  }

  static ServiceMatch match(
      Service service,
      Answer answer,
      Fits.Told told,
      CoveragePolicy.Fit place,
      Optional<Places> places,
      Instant at,
      Optional<Double> distanceKm) {
    List<Reason> reasons = new ArrayList<>();
    reasons.add(answer.hours());
    answer.language().ifPresent(reasons::add);
    told.publicReason().ifPresent(reasons::add);
    CoveragePolicy.reason(place).ifPresent(reasons::add);
    reasons.addAll(told.wishReasons());
    places.ifPresent(known -> reasons.add(LoadPolicy.reason(service, known, at)));
    return new ServiceMatch(
        service, answer.open(), answer.nextOpening(), answer.served(), distanceKm, places, reasons);
  }
}
