package org.ariane.router.dispatch;

import java.time.InstantSource;
import org.ariane.directory.DirectorySource;
import org.ariane.router.identity.Ulid;
import org.ariane.router.redlist.RedList;

/// What an [IncidentIntake] is made of.
public record IntakeParts(
    DirectorySource directory,
    PlaceFinder places,
    RedList redList,
    IncidentLog log,
    IncidentLife life,
    IncidentChanges changes,
    IncidentBoard board,
    CentreLinks links,
    LastResort lastResort,
    Ulid ulids,
    InstantSource clock,
    DispatchObserver observer) {}
