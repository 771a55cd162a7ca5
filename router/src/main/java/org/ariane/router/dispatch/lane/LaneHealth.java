package org.ariane.router.dispatch.lane;

import java.util.List;
import java.util.Optional;
import org.ariane.directory.place.CentreId;
import org.ariane.router.dispatch.CentreLinks.Link;
import org.ariane.router.dispatch.CentreSystems.Certificate;

/// How the alarm lane stands.
///
/// @param store `durable`, `not-durable` or `away`
/// @param boardCurrent whether the board follows the store
/// @param centres those with a system of their own
public record LaneHealth(String store, boolean boardCurrent, List<Centre> centres) {
  public LaneHealth {
    centres = List.copyOf(centres);
  }

  /// One centre.
  ///
  /// @param link empty before the first message
  /// @param screens dispatchers connected to this server now
  /// @param certificates that the link depends on
  public record Centre(
      CentreId id, Optional<Link> link, int screens, List<Certificate> certificates) {
    public Centre {
      certificates = List.copyOf(certificates);
    }
  }

  /// Whether alarms can be accepted for good.
  public boolean ready() {
    return store.equals("durable");
  }
}
