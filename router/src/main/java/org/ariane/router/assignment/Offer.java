package org.ariane.router.assignment;

import java.time.Duration;
import java.util.List;
import org.ariane.directory.search.Reason;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.contact.Contact;

/// One contact, offered to one operator, for a limited time.
///
/// @param round what several offers have in common that stand at once, so that one of them takes
///   the contact; the offer's own id where it stands alone
/// @param reasons why this operator
public record Offer(
    OfferId id,
    OfferId round,
    Contact contact,
    PrincipalId operator,
    Duration within,
    List<Reason> reasons) {
  public Offer {
    reasons = List.copyOf(reasons);
  }

  /// Standing alone.
  public Offer(
      OfferId id, Contact contact, PrincipalId operator, Duration within, List<Reason> reasons) {
    this(id, id, contact, operator, within, reasons);
  }

  Offer of(Contact revised) {
    return new Offer(id, round, revised, operator, within, reasons);
  }

  /// Whether others may take the contact at the same time.
  public boolean together() {
    return !round.equals(id);
  }
}
