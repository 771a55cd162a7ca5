package org.ariane.router.callback;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.router.access.PrincipalId;

/// Keeps agreements until they end. Every call may throw
/// [org.ariane.router.dispatch.LogUnavailableException].
public interface CallbackStore {
  /// In place of what was agreed before for the same number.
  void put(Callback callback);

  /// False where it has ended meanwhile.
  boolean replace(Callback callback);

  Optional<Callback> find(CallbackId id);

  /// The same work whether or not there is one.
  Optional<Callback> of(PhoneNumber number);

  List<Callback> all();

  /// Ends it. Of all who ask, exactly one gets it.
  Optional<Callback> take(CallbackId id);

  /// Reserves it for an operator. False while another has it.
  boolean claim(CallbackId id, PrincipalId operator, Duration within);

  boolean claimedBy(CallbackId id, PrincipalId operator);

  void release(CallbackId id);
}
