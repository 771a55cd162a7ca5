package org.ariane.router.dispatch;

import java.util.List;
import java.util.Optional;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.CentreId;
import org.ariane.directory.place.ChainStep;
import org.ariane.directory.place.Zone;

/// Where an alarm belongs.
///
/// @param zone empty where the place lies in none or none is usable
/// @param chain the zone's, or the default centre alone; never empty
/// @param outside a usable place that lies in no zone: no centre covers it
/// @param degraded JSON pointers of parts of the place that led to no zone, beyond those that could
///   not be read
public record Placement(
    Optional<Zone> zone,
    List<ChainStep> chain,
    PhoneNumber emergencyNumber,
    boolean outside,
    List<String> degraded) {
  public Placement {
    chain = List.copyOf(chain);
    degraded = List.copyOf(degraded);
  }

  public CentreId centre() {
    return chain.getFirst().centre();
  }
}
