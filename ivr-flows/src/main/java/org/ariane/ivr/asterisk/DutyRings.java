package org.ariane.ivr.asterisk;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.ariane.router.dispatch.DutyPhone.Reason;

/// The calls to duty officers that this server is just making.
final class DutyRings {
  private final Map<DutyCallId, DutyRing> rings = new ConcurrentHashMap<>();

  void add(DutyCallId id, DutyRing ring) {
    rings.put(id, ring);
  }

  void remove(DutyCallId id) {
    rings.remove(id);
  }

  /// Empty for a call of another server, or of this one before it was started again.
  Optional<DutyRing> find(String id) {
    return DutyCallId.isValid(id)
        ? Optional.ofNullable(rings.get(new DutyCallId(id)))
        : Optional.empty();
  }

  void ended(String id, DutyEnd how) {
    find(id).ifPresent(ring -> ring.ended(how));
  }

  /// It could not even be rung, or rang in vain: its hang-up says more, where there is one.
  void failed(String id) {
    CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS)
        .execute(() -> ended(id, DutyEnd.of(Reason.UNREACHABLE)));
  }

  void allEnded(DutyEnd how) {
    rings.values().forEach(ring -> ring.ended(how));
  }
}
