package org.ariane.router.transfer;

import org.ariane.router.access.PrincipalId;
import org.ariane.router.contact.ContactId;

/// A supervisor in a talk.
///
/// @param operator who had her when the supervisor came
public record Supervision(
    ContactId contact, PrincipalId supervisor, PrincipalId operator, SupervisionMode mode) {
  public Supervision in(SupervisionMode next) {
    return new Supervision(contact, supervisor, operator, next);
  }
}
