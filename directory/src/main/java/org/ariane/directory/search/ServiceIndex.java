package org.ariane.directory.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.place.Country;
import org.ariane.directory.place.Zone;
import org.ariane.directory.place.ZoneId;
import org.ariane.directory.place.ZoneIndex;
import org.ariane.directory.service.Coverage.InZones;
import org.ariane.directory.service.Coverage.Nationwide;
import org.ariane.directory.service.SaidPlaces;
import org.ariane.directory.service.Service;
import org.jspecify.annotations.Nullable;

/// Services by the place from which they take people: those of each zone, those of each country,
/// and those of which a kind of whereabouts cannot tell. Finds the best few without a look at
/// services of other places.
final class ServiceIndex {
  private final ServiceTable table;
  private final ZoneIndex zones;
  private final Map<ZoneId, Scope> byZone;
  private final Map<Country, Scope> byCountry;
  private final Scope national;
  private final Map<Telling, Scope> byTelling;

  /// By what one can tell that somebody is not in a zone; two that are alike here are both in doubt
  /// or neither is.
  ///
  /// @param country empty for a zone that the directory does not know
  private record Telling(boolean position, boolean postcode, Optional<Country> country) {
    boolean inDoubt(Whereabouts whereabouts) {
      return country.filter(known -> whereabouts.isOutside(position, postcode, known)).isEmpty();
    }
  }

  /// @param byId in the order of ids
  /// @param small see [Scope]
  ServiceIndex(List<Service> byId, Map<ZoneId, Zone> known, ZoneIndex zones, int small) {
    this.table = new ServiceTable(byId);
    this.zones = zones;
    Map<ZoneId, Members> inZone = new HashMap<>();
    Map<Country, Members> inCountry = new HashMap<>();
    Map<Telling, Members> told = new LinkedHashMap<>();
    Members everywhere = new Members();
    Map<ZoneId, Telling> tellings = new HashMap<>();
    for (int ordinal = 0; ordinal < table.size(); ordinal++) {
      switch (table.service(ordinal).coverage()) {
        case Nationwide(Set<Country> countries) -> {
          everywhere.add(ordinal);
          for (Country country : countries) {
            inCountry.computeIfAbsent(country, key -> new Members()).add(ordinal);
          }
        }
        case InZones(Set<ZoneId> ids) -> {
          for (ZoneId id : ids) {
            inZone.computeIfAbsent(id, key -> new Members()).add(ordinal);
            Telling telling = tellings.computeIfAbsent(id, key -> telling(known.get(key)));
            told.computeIfAbsent(telling, key -> new Members()).add(ordinal);
          }
        }
      }
    }
    byZone = scopes(inZone, small);
    byCountry = scopes(inCountry, small);
    byTelling = scopes(told, small);
    national = new Scope(everywhere.toArray(), table, small);
  }

  private Telling telling(@Nullable Zone zone) {
    return zone == null
        ? new Telling(false, false, Optional.empty())
        : new Telling(
            zones.placedByPosition(zone),
            zones.placedByPostcode(zone),
            Optional.of(zone.country()));
  }

  private <K> Map<K, Scope> scopes(Map<K, Members> members, int small) {
    Map<K, Scope> scopes = new LinkedHashMap<>();
    members.forEach((key, found) -> scopes.put(key, new Scope(found.toArray(), table, small)));
    return scopes;
  }

  private record Place(Scope scope, CoveragePolicy.Fit fit) {}

  /// The services of the best few, best first.
  ///
  /// @param said words on free places that count beside the records
  List<ServiceMatch> best(ServiceQuery query, Instant at, int limit, SaidPlaces said) {
    int channel = table.channel(query.channel());
    if (channel == ServiceTable.NO_CHANNEL || limit <= 0) {
      return List.of();
    }
    Whereabouts whereabouts = Whereabouts.of(query, zones);
    Hunt hunt =
        new Hunt(
            table,
            table.fits().of(query),
            table.answers(query.language()),
            channel,
            whereabouts,
            table.sites().from(whereabouts.point()),
            query.wishes(),
            said,
            table.telling(said),
            at,
            new Top(Math.min(limit, table.size())));
    List<Place> places = places(whereabouts);
    for (Place place : places) {
      place.scope().offerOpen(hunt, place.fit());
    }
    if (!hunt.top().full() && !query.wishes().openNow()) {
      for (Place place : places) {
        place.scope().offerClosed(hunt, place.fit());
      }
    }
    return matches(hunt);
  }

  /// Local ones before those in doubt, since a service may be both.
  private List<Place> places(Whereabouts whereabouts) {
    List<Place> places = new ArrayList<>();
    for (Zone zone : whereabouts.zones()) {
      Scope scope = byZone.get(zone.id());
      if (scope != null) {
        places.add(new Place(scope, CoveragePolicy.Fit.LOCAL));
      }
    }
    Scope nationwide =
        whereabouts.country().isPresent() ? byCountry.get(whereabouts.country().get()) : national;
    if (nationwide != null) {
      places.add(new Place(nationwide, CoveragePolicy.Fit.NATIONAL));
    }
    byTelling.forEach((telling, scope) -> {
      if (telling.inDoubt(whereabouts)) {
        places.add(new Place(scope, CoveragePolicy.Fit.PERHAPS));
      }
    });
    return places;
  }

  private List<ServiceMatch> matches(Hunt hunt) {
    List<ServiceMatch> matches = new ArrayList<>();
    for (int place = 0; place < hunt.top().size(); place++) {
      matches.add(hunt.match(place));
    }
    return List.copyOf(matches);
  }
}
