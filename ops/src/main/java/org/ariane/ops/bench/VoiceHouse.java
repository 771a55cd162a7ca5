package org.ariane.ops.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.ariane.ops.config.Deployment;
import org.ariane.ops.wiring.Server;

/// The whole server with telephones: Redis, a switch in its container, and beside the lines of the
/// sample a number that the dialplan answers alone, with the prompts that a caller of 3919 hears
/// first.
final class VoiceHouse implements AutoCloseable {
  static final String LINE = "3919";
  static final String PLAIN = "9000";
  static final String PLAIN_FOR_EVER = "9001";

  /// Asks for keys up to `#`, then rings operator-1, who is asked for one key, and bridges.
  static final String PLAIN_BRIDGE = "9002";

  private static final Duration WITHIN = Duration.ofSeconds(20);
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);
  private static final String PLAIN_DIALPLAN =
      """
      exten => %1$s,1,Answer()
       same => n,Set(CHANNEL(language)=fr)
       same => n,Read(KEYS,fr/ariane/welcome&fr/ariane/language,1,e,1,4)
       same => n,Read(KEYS,fr/ariane/welcome&fr/ariane/language,1,e,1,4)
       same => n,Hangup()
      exten => %2$s,1,Answer()
       same => n,Set(CHANNEL(language)=fr)
       same => n(again),Read(KEYS,fr/ariane/welcome&fr/ariane/language,1,e,1,4)
       same => n,Goto(again)
      exten => %3$s,1,Answer()
       same => n,Read(KEYS,fr/ariane/welcome&fr/ariane/language,6,,1,4)
       same => n,Dial(PJSIP/operator-1,25,U(bench-asks))
       same => n,Hangup()
      [bench-asks]
      exten => s,1,Read(KEY,fr/ariane/whisper&fr/ariane/whisper-keys,1,,2,5)
       same => n,Return()
      """
          .formatted(PLAIN, PLAIN_FOR_EVER, PLAIN_BRIDGE);

  private final Workbench on;
  private final Server server;
  private final SwitchChild phone;
  private final int port;
  private final int sipPort;

  private VoiceHouse(Workbench on, Server server, SwitchChild phone, int port, int sipPort) {
    this.on = on;
    this.server = server;
    this.phone = phone;
    this.port = port;
    this.sipPort = sipPort;
  }

  /// Opens one.
  ///
  /// @param settings lines of a configuration file
  static VoiceHouse open(Path home, String settings) throws Exception {
    int sipPort = Workbench.freeUdpPort();
    int port = Workbench.freePort();
    Path file = Files.createTempFile("ariane-bench", ".yaml");
    Deployment deployment;
    try {
      deployment = deployment(home, file, settings);
    } finally {
      Files.delete(file);
    }
    Workbench on = Workbench.open(home, deployment, sipPort);
    try {
      Files.writeString(
          on.data().asterisk().resolve("extensions-globals.conf"),
          PLAIN_DIALPLAN,
          StandardOpenOption.APPEND);
      Server server = Server.start(deployment, on.data(), port, sipPort, true);
      try {
        SwitchChild phone = SwitchChild.start(on.data().asterisk());
        VoiceHouse house = new VoiceHouse(on, server, phone, port, sipPort);
        house.awaitSwitch();
        return house;
      } catch (Exception e) {
        server.close();
        throw e;
      }
    } catch (Exception e) {
      on.close();
      throw e;
    }
  }

  /// A release that knows no capacity takes in whoever calls.
  private static Deployment deployment(Path home, Path file, String settings) throws IOException {
    try {
      return Workbench.sample(home, Optional.of(Files.writeString(file, settings)));
    } catch (IOException e) {
      String without = settings.replaceAll("(?m)^  capacity:\n(    .*\n)*", "");
      return Workbench.sample(home, Optional.of(Files.writeString(file, without)));
    }
  }

  private void awaitSwitch() throws Exception {
    long start = System.nanoTime();
    while (!health().contains("The switch asks, the server answers")) {
      if (System.nanoTime() - start > WITHIN.toNanos()) {
        throw new IOException("the server did not find the switch: " + health());
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }

  private String health() throws Exception {
    return get("/health/ready");
  }

  private String get(String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
              BodyHandlers.ofString(StandardCharsets.UTF_8))
          .body();
    }
  }

  /// The sum of a counter over all its tags.
  double counted(String metric) throws Exception {
    return get("/metrics")
        .lines()
        .filter(line -> line.startsWith(metric + "{") || line.startsWith(metric + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  Workbench on() {
    return on;
  }

  SwitchChild phone() {
    return phone;
  }

  int port() {
    return port;
  }

  int sipPort() {
    return sipPort;
  }

  Callers callers(String number, double perSecond, int count, Duration stay) throws IOException {
    return Callers.start(sipPort, number, perSecond, count, stay);
  }

  @Override
  public void close() {
    phone.close();
    server.close();
    on.close();
  }
}
