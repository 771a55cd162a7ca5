package org.ariane.directory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.CentreId;
import org.ariane.directory.place.Commune;
import org.ariane.directory.place.Country;
import org.ariane.directory.place.DispatchCentre;
import org.ariane.directory.place.Gazetteer;
import org.ariane.directory.place.PlaceQuestion;
import org.ariane.directory.place.Position;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.place.Zone;
import org.ariane.directory.place.ZoneId;
import org.ariane.directory.place.ZoneIndex;
import org.ariane.directory.policy.Policies;
import org.ariane.directory.search.SearchResult;
import org.ariane.directory.search.ServiceMatch;
import org.ariane.directory.search.ServiceQuery;
import org.ariane.directory.search.ServiceSearch;
import org.ariane.directory.service.Coverage;
import org.ariane.directory.service.Line;
import org.ariane.directory.service.Organisation;
import org.ariane.directory.service.Places;
import org.ariane.directory.service.SaidPlaces;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceId;

/// The directory held in memory, every list in the order of ids.
final class DirectorySnapshot implements Directory {
  private final DirectoryContent content;
  private final ZoneIndex index;
  private final ServiceSearch search;
  private final Map<ZoneId, Zone> zones;
  private final Map<CentreId, DispatchCentre> centres;
  private final Map<ServiceId, Service> services;
  private final Map<ZoneId, List<Service>> servicesByZone;
  private final Map<PhoneNumber, Line> lines;
  private final List<Country> countries;
  private final PlaceQuestion placeQuestion;
  private final SaidPlaces said;

  DirectorySnapshot(DirectoryContent content) {
    this.content = content;
    this.index = new ZoneIndex(content.zones(), content.gazetteer());
    this.search = new ServiceSearch(content.services(), content.zones(), index);
    this.zones = byKey(content.zones(), Zone::id);
    this.centres = byKey(content.centres(), DispatchCentre::id);
    this.services = byKey(content.services(), Service::id);
    this.servicesByZone = byZone(content.services());
    this.lines = byKey(content.lines(), Line::number);
    this.countries =
        content.zones().stream()
            .map(Zone::country)
            .distinct()
            .sorted(Comparator.comparing(Country::code))
            .toList();
    this.placeQuestion =
        new PlaceQuestion(content.gazetteer(), content.communes(), content.zones());
    this.said = SaidPlaces.NOTHING;
  }

  private DirectorySnapshot(DirectorySnapshot of, SaidPlaces said) {
    this.content = of.content;
    this.index = of.index;
    this.search = of.search;
    this.zones = of.zones;
    this.centres = of.centres;
    this.services = of.services;
    this.servicesByZone = of.servicesByZone;
    this.lines = of.lines;
    this.countries = of.countries;
    this.placeQuestion = of.placeQuestion;
    this.said = said;
  }

  @Override
  public Directory with(SaidPlaces words) {
    return new DirectorySnapshot(this, words);
  }

  @Override
  public Optional<Places> places(Service service, Instant at) {
    return Places.knownAt(service.particulars().places(), said.of(service.id()), at);
  }

  @Override
  public PlaceQuestion placeQuestion() {
    return placeQuestion;
  }

  private static Map<ZoneId, List<Service>> byZone(List<Service> services) {
    Map<ZoneId, List<Service>> byZone = new HashMap<>();
    for (Service service : services) {
      if (service.coverage() instanceof Coverage.InZones(Set<ZoneId> zones)) {
        zones.forEach(zone -> byZone.computeIfAbsent(zone, any -> new ArrayList<>()).add(service));
      }
    }
    byZone.replaceAll((zone, found) -> List.copyOf(found));
    return byZone;
  }

  private static <K, V> Map<K, V> byKey(List<V> values, Function<V, K> key) {
    return values.stream().collect(Collectors.toUnmodifiableMap(key, Function.identity()));
  }

  @Override
  public String version() {
    return content.version();
  }

  @Override
  public Optional<Zone> zoneAt(Position position) {
    return index.at(position);
  }

  @Override
  public Optional<Zone> zoneOf(Postcode postcode) {
    return index.of(postcode);
  }

  @Override
  public List<Zone> zonesOf(Postcode postcode) {
    return index.allOf(postcode);
  }

  @Override
  public Optional<Zone> zone(ZoneId id) {
    return Optional.ofNullable(zones.get(id));
  }

  @Override
  public List<Zone> zones() {
    return content.zones();
  }

  @Override
  public List<DispatchCentre> centres() {
    return content.centres();
  }

  @Override
  public Optional<DispatchCentre> centre(CentreId id) {
    return Optional.ofNullable(centres.get(id));
  }

  @Override
  public List<Organisation> organisations() {
    return content.organisations();
  }

  @Override
  public List<Service> services() {
    return content.services();
  }

  @Override
  public Optional<Service> service(ServiceId id) {
    return Optional.ofNullable(services.get(id));
  }

  @Override
  public List<Line> lines() {
    return content.lines();
  }

  /// As dialled in any country that has a zone: `080030030` is found as `+3280030030`.
  @Override
  public Optional<Line> lineByNumber(String dialled) {
    return countries.stream()
        .flatMap(country -> PhoneNumber.parse(dialled, country.code()).stream())
        .flatMap(number -> Optional.ofNullable(lines.get(number)).stream())
        .findFirst();
  }

  @Override
  public List<Commune> communes() {
    return content.communes();
  }

  @Override
  public Gazetteer gazetteer() {
    return content.gazetteer();
  }

  @Override
  public List<ServiceMatch> best(ServiceQuery query, Instant at, int limit) {
    return search.best(query, at, limit, said);
  }

  @Override
  public Policies policies() {
    return content.policies();
  }

  @Override
  public List<Service> servicesOf(ZoneId zone) {
    return servicesByZone.getOrDefault(zone, List.of());
  }

  @Override
  public SearchResult search(ServiceQuery query, Instant at, Collection<Service> among) {
    return search.search(query, at, among, said);
  }
}
