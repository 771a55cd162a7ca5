package org.ariane.router.dispatch;

import java.util.LinkedHashSet;
import java.util.Set;
import org.ariane.router.access.PrincipalId;

/// Who acted on an incident, and should hear how it ended.
public final class Actors {
  private static final String OPERATOR = "operator:";

  private Actors() {}

  /// Who held it, handed it over or closed it, and the operators who raised it. Never the sender's
  /// app, nor who only looked.
  public static Set<PrincipalId> of(Incident incident) {
    Set<PrincipalId> actors = new LinkedHashSet<>(incident.handling().acted());
    incident.handling().holder().map(Holder::principal).ifPresent(actors::add);
    incident.alarms().stream()
        .map(RaisedAlarm::scope)
        .filter(scope -> scope.startsWith(OPERATOR))
        .map(scope -> new PrincipalId(scope.substring(OPERATOR.length())))
        .forEach(actors::add);
    return Set.copyOf(actors);
  }
}
