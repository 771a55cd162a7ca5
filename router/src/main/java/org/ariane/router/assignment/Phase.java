package org.ariane.router.assignment;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.PrincipalId;

/// Where a contact stands.
sealed interface Phase {
  /// Waits for an operator of the current step.
  record Queued() implements Phase {}

  /// An operator is asked.
  ///
  /// @param until the offer ends by itself then
  record Offered(Offer offer, Instant until) implements Phase {}

  /// Several are asked at once.
  ///
  /// @param id what all these offers have in common
  /// @param until the round ends by itself then
  record Asked(OfferId id, Map<OfferId, Offer> offers, Map<OfferId, Outside> outside, Instant until)
      implements Phase {
    public Asked {
      offers = Collections.unmodifiableMap(new LinkedHashMap<>(offers));
      outside = Collections.unmodifiableMap(new LinkedHashMap<>(outside));
    }

    boolean over() {
      return offers.isEmpty() && outside.isEmpty();
    }

    Optional<Offer> offer(PrincipalId operator) {
      return offers.values().stream()
          .filter(offer -> offer.operator().equals(operator))
          .findFirst();
    }
  }

  /// The channel rings the number of the current step.
  record Ringing() implements Phase {}

  record Talking(PrincipalId operator, Optional<Handover> handover) implements Phase {}

  /// A transfer under way, while the first operator keeps talking to her.
  ///
  /// @param asked operators of that desk who were offered it already
  record Handover(ServiceId to, Offer offer, Instant until, Set<PrincipalId> asked) {
    public Handover {
      asked = Set.copyOf(asked);
    }
  }
}
