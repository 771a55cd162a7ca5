package org.ariane.router.dispatch;

import java.util.LinkedHashSet;
import java.util.Set;
import org.ariane.router.access.PrincipalId;

/// Who acted on an incident, and should hear how it ended.
public final class Actors {
  private Actors() {}

  /// Who held it, handed it over or closed it, and the operators who raised it. Never the sender's
  /// app, nor who only looked.
  public static Set<PrincipalId> of(Incident incident) {
    Set<PrincipalId> actors = new LinkedHashSet<>(incident.handling().acted());
    incident.handling().holder().map(Holder::principal).ifPresent(actors::add);
    return Set.copyOf(actors);
  }
}
