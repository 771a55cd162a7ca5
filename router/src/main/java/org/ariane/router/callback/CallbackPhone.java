package org.ariane.router.callback;

import java.util.Optional;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.service.Language;
import org.ariane.router.access.PrincipalId;

/// Rings the operator who is to make a call-back. Only when she has pressed the key does it ask
/// [Attempt#number], and dials what that says, once, with nothing but her voice on the line.
@FunctionalInterface
public interface CallbackPhone {
  /// False where her telephone cannot be rung or there is no way to dial. Returns at once.
  boolean ring(CallbackId id, PrincipalId operator, Optional<Language> language, boolean exercise);

  /// What the telephone asks and tells meanwhile.
  interface Attempt {
    /// The operator is on the line and ready. Empty where the call may no longer be made; otherwise
    /// the agreement has ended with this answer.
    Optional<PhoneNumber> number(CallbackId id, PrincipalId operator);

    /// How it ended.
    ///
    /// @param outcome `answered`, `unanswered`, `busy`, `failed`, `declined`
    void ended(CallbackId id, String outcome);
  }
}
