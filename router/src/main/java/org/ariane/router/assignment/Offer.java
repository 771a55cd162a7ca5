package org.ariane.router.assignment;

import java.time.Duration;
import java.util.List;
import org.ariane.directory.search.Reason;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.contact.Contact;

/// One contact, offered to one operator, for a limited time.
///
/// @param reasons why this operator
public record Offer(
    OfferId id, Contact contact, PrincipalId operator, Duration within, List<Reason> reasons) {
  public Offer {
    reasons = List.copyOf(reasons);
  }
}
