package org.ariane.ivr.asterisk;

import org.ariane.router.contact.ContactId;

/// Is told that the police of a caller's zone were rung in vain. Returns at once.
@FunctionalInterface
interface PoliceUnanswered {
  void tell(ContactId contact, boolean exercise);
}
