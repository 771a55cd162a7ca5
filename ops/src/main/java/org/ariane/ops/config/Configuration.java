package org.ariane.ops.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.CentreId;
import org.ariane.ivr.asterisk.Capacity;
import org.ariane.ivr.asterisk.HostPort;
import org.ariane.ivr.asterisk.SwitchId;
import org.ariane.router.dispatch.DutyOfficer;
import org.ariane.router.http.VisitorPace;

/// The configuration file, checked. Keys are described in the README.
///
/// @param centres systems of those that have one
/// @param dutyOfficers whom the telephone rings for a centre that takes nothing
/// @param switches more telephone switches than the one that `ops/run` starts
/// @param flows a folder of what callers hear; empty means those shipped
/// @param capacity how many callers are taken in
/// @param mediaAddress IPv4 address at which operators' browsers reach the switch's voice; empty
///   where they run on this machine
/// @param lostName by which other LoST servers know this one
/// @param alarmPort a second port that serves the alarm lane alone; empty for none
/// @param trustedProxy the address of the proxy in front, whose `X-Forwarded-For` is believed
/// @param visitorRate how often one address may ask without a token
/// @param redis an external Redis; empty means the one that `ops/run` starts
/// @param accounts the file of accounts; empty means the sample's
public record Configuration(
    Map<CentreId, CentreSettings> centres,
    Map<CentreId, DutyOfficer> dutyOfficers,
    CentreId defaultCentre,
    Optional<HostPort> trunk,
    Optional<HostPort> emergencyTrunk,
    PhoneNumber fallbackNumber,
    Map<SwitchId, SwitchPlace> switches,
    Optional<Path> flows,
    Capacity capacity,
    Optional<String> mediaAddress,
    Optional<URI> redis,
    Path directory,
    Optional<Path> accounts,
    String lostName,
    Optional<Integer> alarmPort,
    Optional<String> trustedProxy,
    VisitorPace.Rate visitorRate) {
  public Configuration {
    centres = Map.copyOf(centres);
    dutyOfficers = Map.copyOf(dutyOfficers);
    switches = Map.copyOf(switches);
  }
}
