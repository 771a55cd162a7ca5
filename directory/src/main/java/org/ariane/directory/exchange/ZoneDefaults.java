package org.ariane.directory.exchange;

import java.util.List;
import org.ariane.directory.place.ChainStep;
import org.ariane.directory.place.Country;

/// What the coordinator says of zones that an import makes, for what outlines and lists of places
/// do not say.
///
/// @param source its name, small letters and digits; part of the names of files
/// @param chain who answers for an alarm there
/// @param emergencyNumber what a person dials there by herself
public record ZoneDefaults(
    String source, Country country, List<ChainStep> chain, String emergencyNumber) {
  public ZoneDefaults {
    chain = List.copyOf(chain);
  }
}
