package org.ariane.ivr.asterisk;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.ariane.directory.DirectorySource;
import org.ariane.directory.place.CentreId;
import org.ariane.directory.service.Language;
import org.ariane.ivr.flow.Flows;
import org.ariane.ivr.prompt.PromptCatalogue;
import org.ariane.router.access.Principal;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.access.Role;
import org.ariane.router.access.Roster;
import org.ariane.router.alarm.AlarmIntake;
import org.ariane.router.assignment.Switchboard;
import org.ariane.router.contact.ContactId;
import org.ariane.router.dispatch.DutyOfficer;
import org.ariane.router.transfer.Supervisions;
import org.ariane.router.transfer.Transfers;

/// What the telephone line needs of the rest of the server.
///
/// @param flows those in force; asked anew at each step, so that a set can be replaced
/// @param dutyOfficers who is rung for a centre, by [VoiceModule#dutyPhone]
public record VoiceParts(
    Supplier<Flows> flows,
    PromptCatalogue prompts,
    Switchboard switchboard,
    Transfers transfers,
    Supervisions supervisions,
    AlarmIntake alarms,
    DirectorySource directory,
    Roster roster,
    Map<CentreId, DutyOfficer> dutyOfficers,
    CallBacks callBacks,
    Supplier<ContactId> contactIds,
    InstantSource clock,
    MeterRegistry meters,
    ExecutorService virtualThreads) {
  public VoiceParts {
    dutyOfficers = Map.copyOf(dutyOfficers);
  }

  /// Those with prompts.
  List<Language> languages() {
    return List.copyOf(prompts.languages());
  }

  /// Whoever may have a telephone of the house: those, and supervisors.
  Set<PrincipalId> telephones() {
    return roster.all().stream()
        .filter(account -> account.has(Role.OPERATOR) || account.has(Role.SUPERVISOR))
        .map(Principal::id)
        .collect(Collectors.toSet());
  }

  /// Whoever may be rung for a caller.
  Set<PrincipalId> operators() {
    return roster.operators().stream().map(Principal::id).collect(Collectors.toSet());
  }
}
