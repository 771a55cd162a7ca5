package org.ariane.router.assignment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.contact.ContactId;

/// One decision of the switchboard: what was done with a contact, who was chosen, and who was
/// passed over and why. Ids and stable codes only.
///
/// @param code `planned`, `step`, `offered`, `taken`, `declined`, `timeout`, …
/// @param detail a code that goes with it, as the name of the step; may be empty
/// @param chosen the operator it is about
public record Decision(
    Instant at,
    ContactId contact,
    String code,
    String detail,
    Optional<PrincipalId> chosen,
    List<PassedOver> passedOver) {
  public Decision {
    passedOver = List.copyOf(passedOver);
  }

  /// Somebody who was not chosen.
  ///
  /// @param code why not, as `wrap-up`, `in-call`, `other-desk`, `language`, `idle-shorter`
  public record PassedOver(PrincipalId operator, String code) {
    @Override
    public String toString() {
      return operator + ":" + code;
    }
  }
}
