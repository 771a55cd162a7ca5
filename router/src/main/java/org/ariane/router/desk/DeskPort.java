package org.ariane.router.desk;

import org.ariane.router.access.PrincipalId;
import org.ariane.router.contact.ContactId;

/// Where channels tell operators' desks what happens in their conversations. Quick, safe from any
/// thread, in order per caller; nothing happens where no desk is open.
@FunctionalInterface
public interface DeskPort {
  void tell(PrincipalId operator, DeskNews news);

  /// Told before another operator has her: from now on no more than this is shown of her, until she
  /// waits in the queue again.
  default void passedOn(ContactId contact, PassedOn shown) {}
}
