package org.ariane.ivr.asterisk;

import java.time.Instant;
import java.util.Optional;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.ivr.flow.CallBackOutcome;
import org.ariane.router.contact.ContactId;

/// Takes the wish of a caller to be called back. Answers within two seconds, in the same time
/// whatever is known of her, and never tells why not.
public interface CallBacks {
  /// For a server that cannot call back: flows with a `callback` are refused at load.
  static CallBacks none() {
    return new CallBacks() {
      @Override
      public boolean offered() {
        return false;
      }

      @Override
      public CallBackOutcome ask(ContactId contact, Optional<PhoneNumber> phone, Instant at) {
        return CallBackOutcome.REFUSED;
      }
    };
  }

  /// Whether this server can call back at all.
  boolean offered();

  /// She asks for it now.
  ///
  /// @param phone a claim, never an identity; empty where she withheld it
  CallBackOutcome ask(ContactId contact, Optional<PhoneNumber> phone, Instant at);
}
