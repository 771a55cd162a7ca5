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
    List<Language> languages = List.copyOf(parts.prompts().languages());
    AlarmByKey alarms =
        new AlarmByKey(
            parts.alarms(), parts.directory(), parts.clock(), parts.virtualThreads(), ALARM_ANSWER);
    CallSteps steps =
        new CallSteps(
            new Interpreter(parts.flow()),
            languages,
            settings.language(),
            parts.switchboard(),
            alarms,
            new Zones(parts.directory()),
            calls,
            parts.contactIds(),
            settings.emergencyTrunk().isPresent());
    AgiDoor door =
        new AgiDoor(
            settings.agiPort(),
            new StepScript(steps, parts.clock(), metrics),
            parts.virtualThreads());
    Supervision supervision = new Supervision();
    Line line = new Line(parts, calls, metrics, supervision);
    Ami ami = line.connect(settings);
    parts
        .switchboard()
        .attach(
            ContactChannel.CALL,
            new PhoneOffers(
                ami,
                calls,
                parts.switchboard(),
                parts.roster(),
                languages,
                settings.language(),
                metrics));
    metrics.watch(ami::connected, calls::count);
    door.start();
    supervision.start(ami, line.news());
    return new VoiceModule(door, ami, supervision);
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

  /// Ties the manager connection to those who listen to it.
  private static final class Line {
    private final Supervision supervision;
    private final SwitchNews news;
    private final java.util.concurrent.atomic.AtomicReference<Runnable> connected =
        new java.util.concurrent.atomic.AtomicReference<>(() -> {});

    Line(VoiceParts parts, Calls calls, VoiceMetrics metrics, Supervision supervision) {
      this.supervision = supervision;
      this.news =
          new SwitchNews(
              parts.switchboard(),
              calls,
              metrics,
              parts.roster().operators().stream().map(Principal::id).collect(Collectors.toSet()),
              () -> connected.get().run());
    }

    SwitchNews news() {
      return news;
    }

    Ami connect(AsteriskSettings settings) {
      Ami ami =
          new Ami(
              settings.amiPort(), settings.amiSecret(), event -> supervision.hand(event, news::on));
      connected.set(ami::listDevices);
      return ami;
    }
  }
}
