package org.ariane.router.vacancy;

import java.time.Instant;
import org.ariane.directory.service.Places;
import org.ariane.directory.service.ServiceId;

/// The last word of a service on its free places.
public record Vacancy(ServiceId service, Places places, Teller by) {
  /// As a server sees it whose clock is behind: what is known was said by now at the latest.
  Vacancy seenAt(Instant now) {
    boolean ahead = places.confirmedAt().isAfter(now) && now.isBefore(places.expires());
    boolean tooLong = places.expires().isAfter(now.plus(Places.LONGEST));
    return ahead && !tooLong
        ? new Vacancy(service, new Places(places.free(), now, places.expires()), by)
        : this;
  }
}
