package org.ariane.directory;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.place.CentreId;
import org.ariane.directory.place.Commune;
import org.ariane.directory.place.DispatchCentre;
import org.ariane.directory.place.Gazetteer;
import org.ariane.directory.place.PlaceQuestion;
import org.ariane.directory.place.Position;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.place.Zone;
import org.ariane.directory.place.ZoneId;
import org.ariane.directory.policy.Policies;
import org.ariane.directory.search.SearchResult;
import org.ariane.directory.search.ServiceMatch;
import org.ariane.directory.search.ServiceQuery;
import org.ariane.directory.service.Line;
import org.ariane.directory.service.Organisation;
import org.ariane.directory.service.Places;
import org.ariane.directory.service.SaidPlaces;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceId;

/// Everything that is known of places and helpers at one moment. Immutable and consistent: every id
/// that a record names exists. Read-only calls, safe from any thread, no IO.
public interface Directory {
  /// A short hash of the content, so that a decision can name what it was taken on.
  String version();

  /// The zone whose area holds the point; where areas overlap the smallest.
  Optional<Zone> zoneAt(Position position);

  Optional<Zone> zoneOf(Postcode postcode);

  /// Every zone that the postcode lies in, smallest first.
  List<Zone> zonesOf(Postcode postcode);

  Optional<Zone> zone(ZoneId id);

  List<Zone> zones();

  List<DispatchCentre> centres();

  Optional<DispatchCentre> centre(CentreId id);

  List<Organisation> organisations();

  List<Service> services();

  Optional<Service> service(ServiceId id);

  List<Line> lines();

  /// The line that a dialled number names.
  Optional<Line> lineByNumber(String dialled);

  /// Those whose names are known, in the order of names; a postcode may well have none.
  List<Commune> communes();

  /// Who is asked first, how long, when.
  Policies policies();

  /// The communes of the country, with borders as far as they were given; none where none were.
  default Gazetteer gazetteer() {
    return Gazetteer.EMPTY;
  }

  /// Which commune somebody means.
  default PlaceQuestion placeQuestion() {
    return new PlaceQuestion(gazetteer(), communes(), zones());
  }

  /// Those whose area the zone is a part of, in the order of ids; national ones are not among them.
  List<Service> servicesOf(ZoneId zone);

  /// The same directory, in which these words count beside what the records hold. Costs nothing:
  /// indexes are shared.
  default Directory with(SaidPlaces said) {
    return this;
  }

  /// What is known at that instant of its free places.
  default Optional<Places> places(Service service, Instant at) {
    return service.particulars().places().filter(known -> known.knownAt(at));
  }

  /// Every service that takes such a person, and who was passed over and why: a look at each
  /// service. For what-if and lists; a decision asks for [#best], or among a few.
  default SearchResult search(ServiceQuery query, Instant at) {
    return search(query, at, services());
  }

  /// As [#search], looking at these alone.
  ///
  /// @param among services of this directory, in the order of ids
  SearchResult search(ServiceQuery query, Instant at, Collection<Service> among);

  /// The first matches of [#search], at most `limit`, in microseconds whatever the size of the
  /// directory.
  default List<ServiceMatch> best(ServiceQuery query, Instant at, int limit) {
    return search(query, at).matches().stream().limit(limit).toList();
  }
}
