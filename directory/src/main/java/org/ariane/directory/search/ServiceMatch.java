package org.ariane.directory.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.Places;
import org.ariane.directory.service.Service;

/// A service that takes such a person, and why it stands at its rank.
///
/// @param open now, on the wanted channel (where none was wanted, on any by which a human answers)
/// @param nextOpening when it opens next; empty when open now or not within
///   [org.ariane.directory.schedule.OpeningHours#HORIZON]
/// @param languageServed the language she will be answered in: now, or at the next opening of a
///   closed service
/// @param distanceKm to one decimal, from her position, or from the middle of the zone of her
///   postcode where that is no larger than a town; empty without either or where the service has no
///   public site
/// @param places what is known at that moment of its free places; empty where unknown or expired
public record ServiceMatch(
    Service service,
    boolean open,
    Optional<Instant> nextOpening,
    Language languageServed,
    Optional<Double> distanceKm,
    Optional<Places> places,
    List<Reason> reasons) {
  public ServiceMatch {
    reasons = List.copyOf(reasons);
  }
}
