package org.ariane.ivr.asterisk;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.ariane.directory.service.Language;
import org.ariane.ivr.flow.Interpreter;
import org.ariane.router.access.Principal;
import org.ariane.router.contact.ContactChannel;

/// The telephone line of one server, running.
public final class VoiceModule implements AutoCloseable {
  private static final Duration ALARM_ANSWER = Duration.ofMillis(2_500);

  private final AgiDoor door;
  private final Ami ami;
  private final Supervision supervision;

  private VoiceModule(AgiDoor door, Ami ami, Supervision supervision) {
    this.door = door;
    this.ami = ami;
    this.supervision = supervision;
  }

  /// Answers the dialplan from now on, and connects to the switch as soon as that can be reached.
  ///
  /// @throws IOException where the FastAGI port is in use
  public static VoiceModule start(AsteriskSettings settings, VoiceParts parts) throws IOException {
    VoiceMetrics metrics = new VoiceMetrics(parts.meters());
    Calls calls = new Calls();
    Supervision supervision = new Supervision();
    SwitchNews news =
        new SwitchNews(
            parts.switchboard(),
            calls,
            metrics,
            parts.roster().operators().stream().map(Principal::id).collect(Collectors.toSet()));
    Ami ami =
        new Ami(
            settings.amiPort(), settings.amiSecret(), event -> supervision.hand(event, news::on));
    AgiDoor door =
        new AgiDoor(
            settings.agiPort(),
            new StepScript(steps(settings, parts, calls, ami), parts.clock(), metrics),
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
    return new VoiceModule(door, ami, supervision);
  }

  private static CallSteps steps(
      AsteriskSettings settings, VoiceParts parts, Calls calls, Ami ami) {
    return new CallSteps(
        new Interpreter(parts.flow()),
        languages(parts),
        settings.language(),
        parts.switchboard(),
        new AlarmByKey(
            parts.alarms(), parts.directory(), parts.clock(), parts.virtualThreads(), ALARM_ANSWER),
        new Zones(parts.directory()),
        calls,
        parts.contactIds(),
        new Reach(
            ami::connected, settings.trunk().isPresent(), settings.emergencyTrunk().isPresent()));
  }

  private static List<Language> languages(VoiceParts parts) {
    return List.copyOf(parts.prompts().languages());
  }

  public VoiceHealth health() {
    return new VoiceHealth(door.open(), ami.connected());
  }

  /// Stops answering the dialplan, which then looks after its callers by itself. Talks go on.
  @Override
  public void close() {
    door.close();
    supervision.close();
    ami.close();
  }
}
