package org.ariane.router.dispatch;

import java.time.Instant;
import java.util.Optional;
import org.ariane.directory.place.CentreId;
import org.ariane.router.access.Principal;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.access.Role;

/// The human who acts on an incident, as colleagues see her: a seat, never a name.
///
/// @param at since when
public record Holder(
    PrincipalId principal, Role role, CentreId centre, Optional<String> position, Instant at) {

  /// Of someone who belongs to a centre.
  public static Holder of(Principal principal, Instant at) {
    return new Holder(
        principal.id(),
        principal.role(),
        principal.centre().orElseThrow(),
        principal.position(),
        at);
  }

  public boolean is(Principal other) {
    return principal.equals(other.id());
  }
}
