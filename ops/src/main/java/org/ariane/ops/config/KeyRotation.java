package org.ariane.ops.config;

import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/// How a key is replaced while servers run, a step at a time: a second key is added, so that all
/// servers can read what it will write; it is promoted, so that they write with it; the first is
/// retired once nothing needs it any more. The keyset itself says how far it is.
///
/// @param changed when it was changed last
/// @param rest how long after the promotion something may still be found under the first key alone
public record KeyRotation(KeysetHandle keys, Instant changed, Duration rest) {
  /// Servers read their keys every two seconds; a copy to another one takes longer.
  public static final Duration RELOAD = Duration.ofMinutes(1);

  /// What to do now.
  public sealed interface Step {
    record Add(KeysetHandle next) implements Step {}

    record Promote(KeysetHandle next) implements Step {}

    record Retire(KeysetHandle next) implements Step {}

    /// Too early.
    record Wait(Instant until) implements Step {}

    /// Something is still stored under the first key alone, or sealed with it.
    record Unfinished(long left) implements Step {}

    /// Somebody changed it by hand.
    record Unknown() implements Step {}
  }

  /// The next step.
  ///
  /// @param left how much is not under the second key yet; asked before a key is retired
  public Step next(Instant now, LongSupplier left) throws GeneralSecurityException {
    if (!ordinary()) {
      return new Step.Unknown();
    }
    if (keys.size() == 1) {
      return new Step.Add(
          KeysetHandle.newBuilder(keys)
              .addEntry(
                  KeysetHandle.generateEntryFromParameters(
                          keys.getPrimary().getKey().getParameters())
                      .withRandomId())
              .build());
    }
    boolean promoted = keys.getAt(1).isPrimary();
    Instant ready = changed.plus(promoted && rest.compareTo(RELOAD) > 0 ? rest : RELOAD);
    if (now.isBefore(ready)) {
      return new Step.Wait(ready);
    }
    if (!promoted) {
      KeysetHandle.Builder builder = KeysetHandle.newBuilder(keys);
      builder.getAt(1).makePrimary();
      return new Step.Promote(builder.build());
    }
    long unfinished = left.getAsLong();
    return unfinished > 0
        ? new Step.Unfinished(unfinished)
        : new Step.Retire(KeysetHandle.newBuilder(keys).deleteAt(0).build());
  }

  private boolean ordinary() {
    for (int i = 0; i < keys.size(); i++) {
      if (keys.getAt(i).getStatus() != KeyStatus.ENABLED) {
        return false;
      }
    }
    return keys.size() <= 2;
  }

  @Override
  public String toString() {
    return "KeyRotation[masked]";
  }
}
