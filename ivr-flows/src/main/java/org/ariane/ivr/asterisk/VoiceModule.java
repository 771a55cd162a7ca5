package org.ariane.ivr.asterisk;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.service.Language;
import org.ariane.router.access.Principal;
import org.ariane.router.contact.ContactChannel;
import org.ariane.router.contact.ContactId;
import org.ariane.router.dispatch.DutyPhone;
import org.ariane.router.identity.Ulid;

/// The telephone line of one server, running.
public final class VoiceModule implements AutoCloseable {
  private static final Duration ALARM_ANSWER = Duration.ofMillis(2_500);

  private final AgiDoor door;
  private final Ami ami;
  private final Supervision supervision;
  private final DutyRings dutyRings;
  private final DutyPhone dutyPhone;
  private final Calls calls;

  private VoiceModule(
      AgiDoor door,
      Ami ami,
      Supervision supervision,
      DutyRings dutyRings,
      DutyPhone dutyPhone,
      Calls calls) {
    this.calls = calls;
    this.door = door;
    this.ami = ami;
    this.supervision = supervision;
    this.dutyRings = dutyRings;
    this.dutyPhone = dutyPhone;
  }

  /// Answers the dialplan from now on, and connects to the switch as soon as that can be reached.
  ///
  /// @throws IOException where the FastAGI port is in use
  public static VoiceModule start(AsteriskSettings settings, VoiceParts parts) throws IOException {
    VoiceMetrics metrics = new VoiceMetrics(parts.meters());
    Calls calls = new Calls();
    DutyRings dutyRings = new DutyRings();
    DutyWords dutyWords = new DutyWords(parts.directory(), parts.prompts(), settings.language());
    Supervision supervision = new Supervision();
    SwitchNews news =
        new SwitchNews(
            parts.switchboard(),
            calls,
            metrics,
            parts.roster().operators().stream().map(Principal::id).collect(Collectors.toSet()),
            dutyRings,
            new PoliceNote(parts.alarms(), parts.clock(), parts.virtualThreads()));
    Ami ami =
        new Ami(
            settings.amiPort(), settings.amiSecret(), event -> supervision.hand(event, news::on));
    AgiDoor door =
        new AgiDoor(
            settings.agiPort(),
            new Doorman(
                new StepScript(steps(settings, parts, calls, ami), calls, parts.clock(), metrics),
                new DutyScript(dutyRings, dutyWords, parts.clock())),
            parts.virtualThreads());
    parts
        .switchboard()
        .attach(
            ContactChannel.CALL,
            new PhoneOffers(
                ami,
                calls,
                parts.switchboard(),
                parts.roster(),
                languages(parts),
                settings.language(),
                metrics));
    metrics.watch(ami::connected, calls::count);
    door.start();
    supervision.start(ami, news);
    Ulid ulids = new Ulid(parts.clock(), new SecureRandom());
    DutyPhone dutyPhone =
        new AsteriskDutyPhone(
            ami,
            dutyRings,
            dutyWords,
            parts.dutyOfficers(),
            dutyTrunk(settings),
            () -> DutyCallId.mint(ulids),
            metrics);
    return new VoiceModule(door, ami, supervision, dutyRings, dutyPhone, calls);
  }

  /// The police's trunk, or that of the services.
  private static Optional<Word> dutyTrunk(AsteriskSettings settings) {
    return settings
        .emergencyTrunk()
        .map(_ -> new Word("emergency-trunk"))
        .or(() -> settings.trunk().map(_ -> new Word("trunk")));
  }

  private static CallSteps steps(
      AsteriskSettings settings, VoiceParts parts, Calls calls, Ami ami) {
    Reach reach =
        new Reach(
            ami::connected, settings.trunk().isPresent(), settings.emergencyTrunk().isPresent());
    return new CallSteps(
        walk(parts, reach),
        Stream.concat(languages(parts).stream(), parts.prompts().others().stream()).toList(),
        settings.language(),
        parts.switchboard(),
        new Zones(parts.directory()),
        calls,
        parts.contactIds(),
        reach,
        parts.clock());
  }

  private static FlowWalk walk(VoiceParts parts, Reach reach) {
    return new FlowWalk(
        parts.flows(),
        new AlarmByKey(
            parts.alarms(), parts.directory(), parts.clock(), parts.virtualThreads(), ALARM_ANSWER),
        new Places(parts.directory(), parts.prompts()),
        new TransferTargets(parts.directory()),
        parts.callBacks(),
        reach,
        parts.clock());
  }

  private static List<Language> languages(VoiceParts parts) {
    return List.copyOf(parts.prompts().languages());
  }

  /// The number of a caller of this server who did not withhold it: a claim, never an identity.
  /// Never shown to anybody.
  public Optional<PhoneNumber> phone(ContactId contact) {
    return calls.phone(contact);
  }

  public VoiceHealth health() {
    return new VoiceHealth(door.open(), ami.connected());
  }

  /// Rings duty officers; whom, is part of the configuration.
  public DutyPhone dutyPhone() {
    return dutyPhone;
  }

  /// Stops answering the dialplan, which then looks after its callers by itself. Talks go on.
  @Override
  public void close() {
    door.close();
    supervision.close();
    ami.close();
    dutyRings.allEnded(DutyEnd.of(DutyPhone.Reason.SWITCH_AWAY));
  }
}
