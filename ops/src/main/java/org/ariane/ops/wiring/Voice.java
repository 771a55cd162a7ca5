package org.ariane.ops.wiring;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.ariane.directory.DirectorySource;
import org.ariane.directory.place.CentreId;
import org.ariane.ivr.asterisk.AsteriskSettings;
import org.ariane.ivr.asterisk.CallBacks;
import org.ariane.ivr.asterisk.VoiceHealth;
import org.ariane.ivr.asterisk.VoiceModule;
import org.ariane.ivr.asterisk.VoiceParts;
import org.ariane.ivr.flow.Flows;
import org.ariane.ivr.flow.yaml.ShippedFlows;
import org.ariane.ops.health.PartHealth;
import org.ariane.router.access.Roster;
import org.ariane.router.alarm.AlarmIntake;
import org.ariane.router.contact.ContactId;
import org.ariane.router.desk.http.ContactLane;
import org.ariane.router.dispatch.DutyOfficer;
import org.ariane.router.identity.Ulid;

/// Opens the telephone line and says how it is.
final class Voice {
  private Voice() {}

  static VoiceModule open(
      Foundations on,
      List<AsteriskSettings> settings,
      ContactLane contacts,
      AlarmIntake alarms,
      DirectorySource directory,
      Roster roster,
      Map<CentreId, DutyOfficer> dutyOfficers,
      CallBacks callBacks,
      Supplier<Flows> flows)
      throws IOException {
    Ulid ulids = new Ulid(on.clock(), new SecureRandom());
    return VoiceModule.start(
        settings,
        new VoiceParts(
            flows,
            ShippedFlows.prompts(),
            contacts.switchboard(),
            contacts.transfers(),
            contacts.supervisions(),
            alarms,
            directory,
            roster,
            dutyOfficers,
            callBacks,
            () -> ContactId.mint(ulids),
            on.clock(),
            on.metrics(),
            on.virtualThreads()));
  }

  static PartHealth health(VoiceHealth health) {
    if (!health.agiListening()) {
      return PartHealth.down(
          "The dialplan cannot reach the server: callers are rescued without it");
    }
    if (health.amiConnected()) {
      return PartHealth.up("The switch asks, the server answers");
    }
    if (!health.anyConnected()) {
      return PartHealth.down(
          "The telephone switch cannot be reached: no operator's telephone rings for an offer,"
              + " callers are rescued by the dialplan");
    }
    String away =
        health.switches().entrySet().stream()
            .filter(link -> !link.getValue())
            .map(link -> link.getKey().value())
            .collect(Collectors.joining(", "));
    return PartHealth.degraded(
        "Cannot be reached: switch "
            + away
            + "; its callers are rescued by its dialplan, the others are served");
  }
}
