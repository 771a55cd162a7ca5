package org.ariane.router.dispatch;

import org.ariane.router.access.Principal;

/// Who sees an incident: those of the centres that were told of it, unless they are barred from it.
/// The one rule for lists, streams, deliveries and everything that is done to an incident.
public final class Sight {
  private Sight() {}

  public static boolean sees(Principal principal, Incident incident) {
    return principal.centre().map(incident.ownership()::knows).orElse(false)
        && !Conflicts.bar(principal, incident);
  }
}
