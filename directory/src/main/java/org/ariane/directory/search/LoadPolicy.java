package org.ariane.directory.search;

import java.time.Instant;
import java.util.Optional;
import org.ariane.directory.service.Places;
import org.ariane.directory.service.SaidPlaces;
import org.ariane.directory.service.Service;

/// A service that says it is full tonight comes after those that do not, and is still named: she
/// may be on its list tomorrow. What it said last counts until it expires.
final class LoadPolicy {
  private LoadPolicy() {}

  static boolean full(Service service, SaidPlaces said, Instant at) {
    return known(service, said, at).filter(Places::none).isPresent();
  }

  static Optional<Places> known(Service service, SaidPlaces said, Instant at) {
    return Places.knownAt(service.particulars().places(), said.of(service.id()), at);
  }

  static Reason reason(Service service, Places places, Instant at) {
    String when =
        ", said "
            + Clock.past(places.confirmedAt(), at, service.timeZone())
            + ", counts until "
            + Clock.words(places.expires(), at, service.timeZone());
    if (places.free().isEmpty()) {
      return new Reason("places.ask", "Places free: ask them" + when);
    }
    return places.none()
        ? new Reason("places.none", "No place free" + when)
        : new Reason("places", "Places free: " + places.free().getAsInt() + when);
  }
}
