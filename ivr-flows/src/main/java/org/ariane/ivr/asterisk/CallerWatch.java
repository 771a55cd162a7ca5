package org.ariane.ivr.asterisk;

import java.time.Instant;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.router.contact.ContactId;

/// Hears what callers do besides going their way, so that it can be shown to who talks with them or
/// acted on. Never on the way of a call: whatever it takes, no caller can time it.
public interface CallerWatch {
  /// Nobody listens.
  CallerWatch NONE =
      new CallerWatch() {
        @Override
        public void pressed(ContactId contact, char key, Instant at) {}

        @Override
        public void silent(ContactId contact, PhoneNumber phone, boolean exercise) {}

        @Override
        public void gone(ContactId contact) {}
      };

  /// She pressed a key, in the menu, while waiting or in a talk. Personal data: for one desk only.
  void pressed(ContactId contact, char key, Instant at);

  /// She pressed nothing at all until a human was called to her. Only where she presented a number.
  void silent(ContactId contact, PhoneNumber phone, boolean exercise);

  /// She has left.
  void gone(ContactId contact);
}
