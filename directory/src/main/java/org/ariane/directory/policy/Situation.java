package org.ariane.directory.policy;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.place.ZoneId;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.LineId;

/// What a policy may ask of a contact.
///
/// @param zones all that hold the place she gave; empty where she gave none or it lies in no zone
/// @param danger she asked for the police or said that somebody is in danger
/// @param silent she pressed or wrote nothing where something was asked
public record Situation(
    LineId line,
    Channel channel,
    Set<ZoneId> zones,
    Optional<Language> language,
    boolean danger,
    boolean silent,
    Instant at) {
  public Situation {
    zones = Set.copyOf(zones);
  }
}
