package org.ariane.directory.lost;

import java.util.List;
import java.util.Optional;

/// What became of a location.
///
/// @param places it may be in, the likeliest first; empty where the directory does not reach
/// @param byDefault whether they stand in for a place that the directory does not know
/// @param validation what of a civic address was checked; empty where nothing could be
record Resolution(
    List<Standpoint> places, boolean byDefault, Optional<LostResponse.Validation> validation) {
  Resolution {
    places = List.copyOf(places);
  }

  static Resolution of(List<Standpoint> places, boolean byDefault) {
    return new Resolution(places, byDefault, Optional.empty());
  }
}
