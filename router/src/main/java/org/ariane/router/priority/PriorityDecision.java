package org.ariane.router.priority;

import java.time.Instant;
import org.ariane.router.alarm.IncidentId;

/// One decision on how urgent an incident is, with all that it was taken on and no personal data.
///
/// @param version of the incident that it made
/// @param at when
/// @param arrival when the incident began: part of the order key
/// @param orderKey see [PriorityPolicy#orderKey]
public record PriorityDecision(
    IncidentId incident,
    long version,
    Instant at,
    Instant arrival,
    boolean exercise,
    PriorityFeatures features,
    Priority priority,
    double orderKey) {}
