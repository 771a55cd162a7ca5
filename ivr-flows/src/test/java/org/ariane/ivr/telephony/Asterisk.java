package org.ariane.ivr.telephony;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.service.Language;
import org.ariane.ivr.asterisk.AsteriskConfiguration;
import org.ariane.ivr.asterisk.AsteriskSettings;
import org.ariane.ivr.asterisk.Capacity;
import org.ariane.ivr.asterisk.HostPort;
import org.ariane.ivr.asterisk.Neighbours;
import org.ariane.ivr.asterisk.Neighbours.Neighbour;
import org.ariane.ivr.asterisk.SipAccount;
import org.ariane.ivr.asterisk.SwitchId;
import org.ariane.ivr.asterisk.WebMedia;
import org.ariane.router.access.PrincipalId;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

/// A real Asterisk with two operators' accounts and two trunks, on free ports of 127.0.0.1.
public final class Asterisk implements AutoCloseable {
  public static final String IMAGE = "ARIANE_ASTERISK_IMAGE";
  public static final String PASSWORD = "test-password";

  private final AsteriskSettings settings;
  private final GenericContainer<?> container;

  private Asterisk(AsteriskSettings settings, GenericContainer<?> container) {
    this.settings = settings;
    this.container = container;
  }

  /// Why it cannot be started here; empty where it can.
  public static Optional<String> missing() {
    if (System.getenv(IMAGE) == null) {
      return Optional.of(IMAGE + " names no image of the telephone switch");
    }
    if (!Sipp.installed()) {
      return Optional.of("SIPp (package sip-tester) is not installed");
    }
    return DockerClientFactory.instance().isDockerAvailable()
        ? Optional.empty()
        : Optional.of("no Docker engine answers");
  }

  public static Asterisk start() {
    return start(freshSettings());
  }

  public static AsteriskSettings freshSettings() {
    return freshSettings(Ports.udp(), Ports.tcp(), Neighbours.none());
  }

  /// A switch that takes in so many, with as many ports for voice as that needs.
  static AsteriskSettings freshSettings(Capacity capacity) {
    return freshSettings(
        Ports.udp(), Ports.tcp(), Neighbours.none(), capacity, capacity.mediaPorts());
  }

  /// Two switches that know each other, for one server.
  static List<AsteriskSettings> freshNeighbours() {
    int agiPort = Ports.tcp();
    Neighbour a = new Neighbour(new SwitchId("a"), new HostPort("127.0.0.1", Ports.udp()));
    Neighbour b = new Neighbour(new SwitchId("b"), new HostPort("127.0.0.1", Ports.udp()));
    return List.of(
        freshSettings(a.sip().port(), agiPort, new Neighbours(a.id(), List.of(b), PASSWORD)),
        freshSettings(b.sip().port(), agiPort, new Neighbours(b.id(), List.of(a), PASSWORD)));
  }

  private static AsteriskSettings freshSettings(int sipPort, int agiPort, Neighbours neighbours) {
    // Tests call from few numbers, many at a time: no crowd.
    return freshSettings(sipPort, agiPort, neighbours, new Capacity(2_000, 500), 200);
  }

  private static AsteriskSettings freshSettings(
      int sipPort, int agiPort, Neighbours neighbours, Capacity capacity, int mediaPorts) {
    int media = Ports.range(mediaPorts);
    return new AsteriskSettings(
        sipPort,
        Ports.tcp(),
        "test-secret",
        agiPort,
        0,
        media,
        media + mediaPorts - 1,
        List.of(account("operator-1"), account("operator-2"), account("supervisor-1")),
        Optional.of(new HostPort("127.0.0.1", Ports.udp())),
        Optional.of(new HostPort("127.0.0.1", Ports.udp())),
        Optional.of(new PhoneNumber("+33199000099")),
        List.of(new PhoneNumber("3919"), House.PERPETRATORS),
        Language.FR,
        Map.of(
            new PhoneNumber("3919"),
            List.of(Language.FR, Language.NL),
            House.PERPETRATORS,
            List.of(Language.NL, Language.FR)),
        neighbours,
        capacity,
        new WebMedia(WebMedia.LOOPBACK, List.of()));
  }

  /// The same with so many operators, and media ports for a crowd.
  static AsteriskSettings crowded(AsteriskSettings s, int operators, int mediaPorts) {
    int media = mediaPorts > 200 ? Ports.range(mediaPorts) : s.rtpStart();
    return new AsteriskSettings(
        s.sipPort(),
        s.amiPort(),
        s.amiSecret(),
        s.agiPort(),
        s.httpPort(),
        media,
        media + Math.max(mediaPorts, 200) - 1,
        IntStream.rangeClosed(1, operators).mapToObj(n -> account("operator-" + n)).toList(),
        s.trunk(),
        s.emergencyTrunk(),
        s.fallback(),
        s.lines(),
        s.language(),
        s.neighbours(),
        s.capacity());
  }

  /// The same switch, for a server that answers it at another port.
  static AsteriskSettings withAgi(AsteriskSettings s, int agiPort) {
    return new AsteriskSettings(
        s.sipPort(),
        s.amiPort(),
        s.amiSecret(),
        agiPort,
        s.httpPort(),
        s.rtpStart(),
        s.rtpEnd(),
        s.operators(),
        s.trunk(),
        s.emergencyTrunk(),
        s.fallback(),
        s.lines(),
        s.language(),
        s.neighbours(),
        s.capacity());
  }

  /// The same switch, for a server that reaches its manager interface at another port.
  static AsteriskSettings withAmi(AsteriskSettings s, int amiPort) {
    return new AsteriskSettings(
        s.sipPort(),
        amiPort,
        s.amiSecret(),
        s.agiPort(),
        s.httpPort(),
        s.rtpStart(),
        s.rtpEnd(),
        s.operators(),
        s.trunk(),
        s.emergencyTrunk(),
        s.fallback(),
        s.lines(),
        s.language(),
        s.neighbours(),
        s.capacity());
  }

  public static Asterisk start(AsteriskSettings settings) {
    return start(settings, "");
  }

  /// @param accounts more of the switch's `manager.conf`
  @SuppressWarnings("resource")
  static Asterisk start(AsteriskSettings settings, String accounts) {
    missing()
        .ifPresent(why -> {
          throw new IllegalStateException(why);
        });
    GenericContainer<?> container =
        new GenericContainer<>(DockerImageName.parse(System.getenv(IMAGE)))
            .withNetworkMode("host")
            .waitingFor(
                Wait.forLogMessage(".*Asterisk Ready.*", 1)
                    .withStartupTimeout(Duration.ofSeconds(60)));
    AsteriskConfiguration.render(settings)
        .forEach((name, content) ->
            container.withCopyToContainer(
                Transferable.of(name.equals("manager.conf") ? content + accounts : content),
                "/etc/ariane/" + name));
    container.start();
    return new Asterisk(settings, container);
  }

  private static SipAccount account(String user) {
    return new SipAccount(new PrincipalId(user), PASSWORD);
  }

  public AsteriskSettings settings() {
    return settings;
  }

  /// Runs a command of the switch's own console.
  public String console(String command) {
    return execute("asterisk", "-rx", command);
  }

  /// Runs a command beside the switch.
  String shell(String command) {
    return execute("sh", "-c", command);
  }

  private String execute(String... command) {
    try {
      return container.execInContainer(command).getStdout();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  /// An operator's telephone is lost in the middle of a talk (Q.850 cause 44).
  public void lose(String operator) {
    String actions =
        """
        Action: Login
        Username: ariane
        Secret: %s

        Action: Hangup
        Channel: /^PJSIP/%s-.*$/
        Cause: 44

        Action: Logoff

        """
            .formatted(settings.amiSecret(), operator)
            .replace("\n", "\r\n");
    try (Socket ami = new Socket(InetAddress.getLoopbackAddress(), settings.amiPort())) {
      ami.getOutputStream().write(actions.getBytes(StandardCharsets.US_ASCII));
      ami.getInputStream().readAllBytes();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// How many channels are up; the one on which text messages come is none, though it stays.
  public int channels() {
    int count = counted();
    return count == 1 && console("core show channels concise").startsWith("Message/") ? 0 : count;
  }

  /// How many callers are on the line, without what the switch itself keeps going.
  public long callers() {
    return console("core show channels concise")
        .lines()
        .filter(line -> line.startsWith("PJSIP/anonymous-"))
        .count();
  }

  private int counted() {
    return console("core show channels count")
        .lines()
        .filter(line -> line.contains("active channel"))
        .map(line -> Integer.parseInt(line.strip().replaceAll(" .*", "")))
        .findFirst()
        .orElse(-1);
  }

  /// Dies without a last word.
  void kill() {
    container.getDockerClient().killContainerCmd(container.getContainerId()).exec();
  }

  public String log() {
    return container.getLogs();
  }

  @Override
  public void close() {
    container.stop();
  }
}
