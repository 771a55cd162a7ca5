package org.ariane.router.dispatch;

import java.time.InstantSource;
import org.ariane.directory.DirectorySource;
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
    DispatchObserver observer) {}
