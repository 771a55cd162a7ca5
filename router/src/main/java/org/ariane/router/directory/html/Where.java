package org.ariane.router.directory.html;

import java.util.List;
import java.util.Optional;
import org.ariane.directory.Directory;
import org.ariane.directory.place.AskedPlace;
import org.ariane.directory.place.CommuneCode;
import org.ariane.directory.place.Outline;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.place.RegisteredCommune;
import org.ariane.directory.place.Zone;

/// The place that somebody wrote on a page: a postcode, the code of a commune with its country
/// (`FR-94046`), or a name.
///
/// @param candidates those that could be meant, where it is not one
/// @param unknown something was written and is no place
record Where(
    Optional<CommuneCode> commune,
    Optional<Postcode> postcode,
    List<AskedPlace.Candidate> candidates,
    boolean unknown) {
  private static final int MOST_CANDIDATES = 20;
  private static final Where NOWHERE =
      new Where(Optional.empty(), Optional.empty(), List.of(), false);

  Where {
    candidates = candidates.stream().limit(MOST_CANDIDATES).toList();
  }

  /// Digits alone are a postcode; a commune's number needs its country.
  static Where of(Directory directory, String place) {
    if (place.isBlank()) {
      return NOWHERE;
    }
    Optional<Postcode> postcode = Postcode.parse(place);
    if (postcode.isPresent()) {
      return new Where(Optional.empty(), postcode, List.of(), false);
    }
    return switch (directory.placeQuestion().of(place, Optional.empty())) {
      case AskedPlace.Registered(RegisteredCommune commune, int _) -> in(commune);
      case AskedPlace.ByPostcode(String _, Postcode known) ->
          new Where(Optional.empty(), Optional.of(known), List.of(), false);
      case AskedPlace.Several(List<AskedPlace.Candidate> candidates) ->
          new Where(Optional.empty(), Optional.empty(), candidates, false);
      case AskedPlace.Unknown() -> new Where(Optional.empty(), Optional.empty(), List.of(), true);
    };
  }

  private static Where in(RegisteredCommune commune) {
    return new Where(Optional.of(commune.code()), commune.standIn(), List.of(), false);
  }

  boolean clear() {
    return candidates.isEmpty() && !unknown;
  }

  Optional<Zone> zone(Directory directory) {
    return commune
        .flatMap(code ->
            directory.zones().stream().filter(zone -> zone.communes().contains(code)).findFirst())
        .or(() ->
            commune
                .flatMap(directory.gazetteer()::of)
                .flatMap(RegisteredCommune::outline)
                .map(Outline::within)
                .flatMap(directory::zoneAt))
        .or(() -> postcode.flatMap(directory::zoneOf));
  }
}
