package org.ariane.router.dispatch;

import org.ariane.directory.place.CentreId;

/// Carries a message to a centre's system. Blocks for a few seconds at most, never throws.
public interface CentrePost {
  Result post(CentreId centre, DeliveryId id, String body);

  sealed interface Result {
    /// The centre's system has it.
    record Received() implements Result {}

    /// It is not known to have it.
    ///
    /// @param reason bounded set for metrics: `refused`, `timeout`, `status-5xx`, `redirect`, …
    record Failed(String reason) implements Result {}
  }
}
