package org.ariane.router.dispatch;

import java.time.InstantSource;
import org.ariane.directory.DirectorySource;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.router.alarm.Alarm;
import org.ariane.router.identity.Ulid;

/// What an [IncidentIntake] is made of.
public record IntakeParts(
    DirectorySource directory,
    PlaceFinder places,
    Background background,
    IncidentLog log,
    IncidentLife life,
    IncidentChanges changes,
    IncidentBoard board,
    CentreLinks links,
    LastResort lastResort,
    Ulid ulids,
    InstantSource clock,
    DispatchObserver observer) {
  /// The number that helps where an alarm says that help is needed.
  public PhoneNumber emergencyNumber(Alarm alarm) {
    return places
        .find(
            directory.current(),
            alarm.fix(),
            alarm.address(),
            alarm.forSomeoneElse(),
            alarm.degraded())
        .emergencyNumber();
  }
}
