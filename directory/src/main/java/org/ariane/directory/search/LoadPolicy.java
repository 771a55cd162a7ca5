package org.ariane.directory.search;

import java.time.Instant;
import java.util.Optional;
import org.ariane.directory.service.Places;
import org.ariane.directory.service.Service;

/// A service that says it is full tonight comes after those that do not, and is still named: she
/// may be on its list tomorrow. What it said counts until it expires.
final class LoadPolicy {
  private LoadPolicy() {}

  static boolean full(Service service, Instant at) {
    return known(service, at).filter(places -> places.free() == 0).isPresent();
  }

  static Optional<Reason> reason(Service service, Instant at) {
    return known(service, at)
        .map(places -> {
          String said = ", said " + Clock.past(places.confirmedAt(), at, service.timeZone());
          return places.free() == 0
              ? new Reason("places.none", "No place free" + said)
              : new Reason("places", "Places free: " + places.free() + said);
        });
  }

  private static Optional<Places> known(Service service, Instant at) {
    return service.particulars().places().filter(places -> places.knownAt(at));
  }
}
