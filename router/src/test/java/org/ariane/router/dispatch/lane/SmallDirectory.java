package org.ariane.router.dispatch.lane;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.Directory;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.CentreId;
import org.ariane.directory.place.ChainStep;
import org.ariane.directory.place.Commune;
import org.ariane.directory.place.Country;
import org.ariane.directory.place.DispatchCentre;
import org.ariane.directory.place.Position;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.place.Zone;
import org.ariane.directory.place.ZoneId;
import org.ariane.directory.policy.Policies;
import org.ariane.directory.search.SearchResult;
import org.ariane.directory.search.ServiceQuery;
import org.ariane.directory.service.Line;
import org.ariane.directory.service.Organisation;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceId;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/// Two zones that don't touch: Maisons-Alfort, whose chain is Val-de-Marne then Nord, and Lille,
/// which has Nord alone.
public final class SmallDirectory implements Directory {
  public static final CentreId VAL_DE_MARNE = new CentreId("fr-94-cic");
  public static final CentreId NORD = new CentreId("fr-59-cic");
  public static final ZoneId MAISONS_ALFORT = new ZoneId("fr-94-maisons-alfort");
  public static final ZoneId LILLE = new ZoneId("fr-59-lille");

  private final List<Zone> zones =
      List.of(
          zone(MAISONS_ALFORT, 2.40, 48.77, 2.47, 48.83, "94700", List.of(VAL_DE_MARNE, NORD)),
          zone(LILLE, 2.95, 50.58, 3.15, 50.70, "59000", List.of(NORD)));

  private static Zone zone(
      ZoneId id,
      double west,
      double south,
      double east,
      double north,
      String postcode,
      List<CentreId> chain) {
    return new Zone(
        id,
        id.value(),
        Country.FR,
        Optional.of(new GeometryFactory().toGeometry(new Envelope(west, east, south, north))),
        Set.of(new Postcode(Country.FR, postcode)),
        chain.stream().map(ChainStep::desk).toList(),
        Optional.empty(),
        new PhoneNumber("112"),
        Optional.empty(),
        true);
  }

  @Override
  public String version() {
    return "small";
  }

  @Override
  public Optional<Zone> zoneAt(Position position) {
    var point = new GeometryFactory().createPoint(new Coordinate(position.lon(), position.lat()));
    return zones.stream()
        .filter(zone -> zone.area().map(area -> area.covers(point)).orElse(false))
        .findFirst();
  }

  @Override
  public Optional<Zone> zoneOf(Postcode postcode) {
    return zones.stream().filter(zone -> zone.postcodes().contains(postcode)).findFirst();
  }

  @Override
  public List<Zone> zonesOf(Postcode postcode) {
    return zoneOf(postcode).stream().toList();
  }

  @Override
  public Optional<Zone> zone(ZoneId id) {
    return zones.stream().filter(zone -> zone.id().equals(id)).findFirst();
  }

  @Override
  public List<Zone> zones() {
    return zones;
  }

  @Override
  public List<DispatchCentre> centres() {
    return zones.stream()
        .flatMap(zone -> zone.chain().stream().map(ChainStep::centre))
        .distinct()
        .sorted(Comparator.comparing(CentreId::value))
        .map(id -> new DispatchCentre(id, id.value(), Country.FR, true))
        .toList();
  }

  @Override
  public Optional<DispatchCentre> centre(CentreId id) {
    return centres().stream().filter(centre -> centre.id().equals(id)).findFirst();
  }

  @Override
  public List<Organisation> organisations() {
    return List.of();
  }

  @Override
  public List<Service> services() {
    return List.of();
  }

  @Override
  public Optional<Service> service(ServiceId id) {
    return Optional.empty();
  }

  @Override
  public List<Line> lines() {
    return List.of();
  }

  @Override
  public Policies policies() {
    return Policies.USUAL;
  }

  @Override
  public List<Commune> communes() {
    return List.of();
  }

  @Override
  public Optional<Line> lineByNumber(String dialled) {
    return Optional.empty();
  }

  @Override
  public List<Service> servicesOf(ZoneId zone) {
    return List.of();
  }

  @Override
  public SearchResult search(ServiceQuery query, Instant at, Collection<Service> among) {
    return new SearchResult(List.of(), List.of());
  }
}
