package org.ariane.ivr.asterisk;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.ivr.softphone.Softphones;
import org.ariane.router.callback.CallbackPhone;
import org.ariane.router.contact.ContactChannel;
import org.ariane.router.contact.ContactId;
import org.ariane.router.dispatch.DutyPhone;
import org.ariane.router.identity.Ulid;
import org.ariane.router.transfer.CallControl;

/// The telephone line of one server, running: one door for the dialplan, one connection to each
/// switch.
public final class VoiceModule implements AutoCloseable {
  private static final Duration SUCCESSOR_WITHIN = Duration.ofSeconds(15);

  private final AgiDoor door;
  private final SwitchLinks switches;
  private final DutyRings dutyRings;
  private final DutyPhone dutyPhone;
  private final Calls calls;
  private final Asides asides;
  private final CallbackPhone callbackPhone;
  private final Softphones softphones;
  private final InstantSource clock;

  private VoiceModule(
      AgiDoor door,
      SwitchLinks switches,
      DutyRings dutyRings,
      DutyPhone dutyPhone,
      Calls calls,
      Asides asides,
      CallbackPhone callbackPhone,
      Softphones softphones,
      InstantSource clock) {
    this.softphones = softphones;
    this.asides = asides;
    this.callbackPhone = callbackPhone;
    this.door = door;
    this.switches = switches;
    this.dutyRings = dutyRings;
    this.dutyPhone = dutyPhone;
    this.calls = calls;
    this.clock = clock;
  }

  /// With one switch.
  public static VoiceModule start(AsteriskSettings settings, VoiceParts parts) throws IOException {
    return start(List.of(settings), parts);
  }

  /// Answers the dialplan from now on, and connects to each switch as soon as that can be reached.
  ///
  /// @param settings of each switch, at least one; what belongs to this server (the FastAGI port,
  ///   trunks, the language) is that of the first
  /// @throws IOException where the FastAGI port is in use
  public static VoiceModule start(List<AsteriskSettings> settings, VoiceParts parts)
      throws IOException {
    AsteriskSettings first = settings.getFirst();
    Calls calls = new Calls();
    Asides asides = new Asides();
    DutyRings dutyRings = new DutyRings();
    DutyWords dutyWords = new DutyWords(parts.directory(), parts.prompts(), first.language());
    Phones phones = new Phones(parts.operators(), parts.telephones(), parts.switchboard()::phone);
    Talks talks = new Talks();
    TalkReports reports = new TalkNews(talks, parts.transfers(), parts.supervisions());
    OperatorDevices devices = new OperatorDevices(parts.telephones(), first.id());
    Known known = new Known(calls, phones, new Legs());
    SwitchLinks switches = new SwitchLinks();
    CallSteps steps = StepWiring.steps(first, parts, calls, switches);
    new SwitchWiring(parts, known, devices, dutyRings, asides, reports, talks, steps, switches)
        .add(settings);
    AgiDoor door =
        new AgiDoor(
            first.agiPort(),
            new Doorman(
                new StepScript(steps, calls, asides, parts.clock(), switches),
                new DutyScript(dutyRings, dutyWords, parts.clock()),
                new CallbackScript(asides)),
            parts.virtualThreads());
    parts
        .switchboard()
        .attach(
            ContactChannel.CALL,
            new PhoneOffers(
                switches,
                known,
                parts.switchboard(),
                parts.roster(),
                parts.languages(),
                first.language()));
    CallControl control = new AsteriskCallControl(switches, calls, talks, phones, parts, first);
    parts.transfers().attach(control);
    parts.supervisions().attach(control);
    door.start();
    switches.start();
    Ulid ulids = new Ulid(parts.clock(), new SecureRandom());
    DutyPhone dutyPhone =
        new AsteriskDutyPhone(
            switches,
            dutyRings,
            dutyWords,
            parts.dutyOfficers(),
            dutyTrunk(first),
            () -> DutyCallId.mint(ulids),
            switches.first().metrics());
    CallbackPhone callbackPhone =
        new CallbackCalls(
            switches,
            phones,
            parts.roster(),
            parts.languages(),
            first.language(),
            first.trunk().isPresent());
    return new VoiceModule(
        door,
        switches,
        dutyRings,
        dutyPhone,
        calls,
        asides,
        callbackPhone,
        new SwitchSoftphones(first, devices),
        parts.clock());
  }

  /// The police's trunk, or that of the services.
  private static Optional<Word> dutyTrunk(AsteriskSettings settings) {
    return settings
        .emergencyTrunk()
        .map(_ -> new Word("emergency-trunk"))
        .or(() -> settings.trunk().map(_ -> new Word("trunk")));
  }

  /// The number of a caller of this server who did not withhold it: a claim, never an identity.
  /// Never shown to anybody.
  public Optional<PhoneNumber> phone(ContactId contact) {
    return calls.phone(contact);
  }

  public VoiceHealth health() {
    return new VoiceHealth(door.open(), switches.health());
  }

  /// Operators' telephones in their browsers.
  public Softphones softphones() {
    return softphones;
  }

  /// Rings duty officers; whom, is part of the configuration.
  public DutyPhone dutyPhone() {
    return dutyPhone;
  }

  /// Rings operators for call-backs.
  public CallbackPhone callbackPhone() {
    return callbackPhone;
  }

  /// From now on these hear of callers, and of operators who are ready for a call-back.
  public void attend(CallerWatch watch, CallbackPhone.Attempt attempts) {
    asides.attend(watch, attempts);
  }

  /// Another server is about to take the place of this one: nobody who calls is to notice. Where
  /// none comes in time the dialplan looks after its callers by itself.
  public void handOn() {
    switches.announceChange(SUCCESSOR_WITHIN, clock.instant());
  }

  /// Stops answering the dialplan, which then looks after its callers by itself. Talks go on.
  @Override
  public void close() {
    door.close();
    switches.close();
    asides.close();
    dutyRings.allEnded(DutyEnd.of(DutyPhone.Reason.SWITCH_AWAY));
  }
}
