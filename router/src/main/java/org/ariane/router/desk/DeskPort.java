package org.ariane.router.desk;

import org.ariane.router.access.PrincipalId;

/// Where channels tell operators' desks what happens in their conversations. Quick, safe from any
/// thread, in order per caller; nothing happens where no desk is open.
@FunctionalInterface
public interface DeskPort {
  void tell(PrincipalId operator, DeskNews news);
}
