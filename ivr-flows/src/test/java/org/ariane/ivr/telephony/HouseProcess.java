package org.ariane.ivr.telephony;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ariane.directory.service.ServiceId;
import org.ariane.ivr.asterisk.AsteriskSettings;
import org.ariane.ivr.asterisk.SipAccount;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.contact.ContactChannel;
import org.ariane.router.contact.ContactId;
import org.ariane.router.plan.Step;
import org.ariane.router.presence.Presence;

/// A server's telephone half in a process of its own, which can be killed and frozen. Tells once in
/// a while how it is. Ends when its parent does.
final class HouseProcess implements AutoCloseable {
  /// Operators only, so that who waits stays there for as long as a test needs.
  private static final List<Step> PLAN =
      List.of(
          new Step.Offer(List.of(House.DESK), List.of(), Duration.ofMinutes(20), true, List.of()),
          new Step.Ring(
              new ServiceId("service"), House.SERVICE, Duration.ofSeconds(15), List.of()));

  private final Process process;
  private final Path out;

  /// Returns when it is connected to the switch.
  HouseProcess(AsteriskSettings settings, int operators) {
    try {
      out = Files.createTempFile("house", ".txt");
      String path =
          Optional.ofNullable(System.getProperty("surefire.test.class.path"))
              .orElse(System.getProperty("java.class.path"));
      process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin/java").toString(),
                  "-Xmx256m",
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  path,
                  HouseProcess.class.getName(),
                  Integer.toString(settings.amiPort()),
                  Integer.toString(settings.agiPort()),
                  Integer.toString(operators))
              .redirectErrorStream(true)
              .redirectOutput(out.toFile())
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .failFast(() -> !process.isAlive())
        .until(() -> last().contains("connected=true"));
  }

  /// Arguments: ports of the manager interface and of FastAGI, how many operators there are.
  public static void main(String[] args) throws IOException {
    int operators = Integer.parseInt(args[2]);
    AsteriskSettings settings =
        Asterisk.crowded(
            Asterisk.withAgi(
                Asterisk.withAmi(Asterisk.freshSettings(), Integer.parseInt(args[0])),
                Integer.parseInt(args[1])),
            operators,
            0);
    House house = new House(List.of(settings), Map.of(), PLAN);
    Thread.ofPlatform().daemon().start(() -> tell(house, settings));
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .unstarted(() -> {
                  house.voice().handOn();
                  house.voice().close();
                }));
    System.in.transferTo(java.io.OutputStream.nullOutputStream());
    System.exit(0);
  }

  private static void tell(House house, AsteriskSettings settings) {
    while (true) {
      System.out.println(
          "STATE connected=%s talking=%d free=%d waiting=%s reserved=%d rung=%.0f accepted=%.0f order=%s"
              .formatted(
                  house.voice().health().amiConnected(),
                  count(house, settings, Presence.BUSY),
                  count(house, settings, Presence.AVAILABLE),
                  house.switchboard.counts(),
                  count(house, settings, Presence.RESERVED),
                  house.counted("ariane.call.offers", "outcome", "rung"),
                  house.counted("ariane.call.offers", "outcome", "accepted"),
                  house.switchboard.waiting(ContactChannel.CALL).keySet().stream()
                      .map(ContactId::value)
                      .collect(Collectors.joining(","))));
      java.util.concurrent.locks.LockSupport.parkNanos(200_000_000L);
    }
  }

  private static long count(House house, AsteriskSettings settings, Presence presence) {
    return settings.operators().stream()
        .map(SipAccount::user)
        .map(PrincipalId::value)
        .filter(name -> house.switchboard.presence(new PrincipalId(name)) == presence)
        .count();
  }

  /// What it told last.
  String last() {
    try {
      return Files.readAllLines(out).stream()
          .filter(line -> line.startsWith("STATE "))
          .reduce("", (_, line) -> line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Who waits, next first.
  List<String> order() {
    String order = last().replaceAll(".* order=", "");
    return order.isEmpty() ? List.of() : List.of(order.split(",", -1));
  }

  String log() {
    try {
      return Files.readString(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void kill() {
    process.destroyForcibly();
    await().until(() -> !process.isAlive());
  }

  /// As an operator of the machine ends it, to start a new one.
  void end() {
    process.destroy();
    await().atMost(Duration.ofSeconds(20)).until(() -> !process.isAlive());
  }

  /// `STOP` or `CONT`.
  void signal(String signal) {
    try {
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
