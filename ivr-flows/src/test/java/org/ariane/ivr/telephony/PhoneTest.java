package org.ariane.ivr.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.presence.Presence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/// A real switch for the class, a fresh server for each test, and what tests say often.
@ExtendWith(NeedsTelephony.class)
abstract class PhoneTest {
  static final Duration SOON = Duration.ofSeconds(20);
  static final Duration END = Duration.ofSeconds(90);

  private static Asterisk asterisk;

  House house;
  int firstPhone;
  int secondPhone;
  private final List<Sipp> processes = new ArrayList<>();
  private final List<Runnable> unregistrations = new ArrayList<>();

  @BeforeAll
  static void startSwitch() {
    asterisk = Asterisk.start(Asterisk.freshSettings(), SwitchSpy.ACCOUNT);
  }

  @AfterAll
  static void stopSwitch() {
    asterisk.close();
  }

  @BeforeEach
  void openHouse() {
    house = new House(asterisk.settings());
    firstPhone = Ports.udp();
    secondPhone = Ports.udp();
    await().atMost(SOON).until(() -> house.voice().health().amiConnected());
  }

  @AfterEach
  void closeHouse() {
    processes.forEach(Sipp::close);
    asterisk.console("channel request hangup all");
    unregistrations.forEach(Runnable::run);
    house.close();
    await().atMost(SOON).until(() -> asterisk.channels() == 0);
  }

  static Asterisk asterisk() {
    return asterisk;
  }

  void register(String operator, int port) {
    comes(operator, port);
    await()
        .atMost(SOON)
        .until(() -> house.switchboard.presence(new PrincipalId(operator)) == Presence.AVAILABLE);
  }

  /// Registers while somebody waits, so that she is asked at once.
  void comes(String operator, int port) {
    int sipPort = asterisk.settings().sipPort();
    Sipp.register(sipPort, operator, Asterisk.PASSWORD, port);
    unregistrations.add(() -> Sipp.unregister(sipPort, operator, Asterisk.PASSWORD, port));
  }

  Sipp started(Sipp process) {
    processes.add(process);
    return process;
  }

  Sipp call(Script script) {
    return started(Sipp.call(asterisk.settings().sipPort(), "3919", script));
  }

  Sipp phone(int port, Script script) {
    return started(Sipp.phone(port, script));
  }

  static int trunkPort() {
    return asterisk.settings().trunk().orElseThrow().port();
  }

  static int emergencyPort() {
    return asterisk.settings().emergencyTrunk().orElseThrow().port();
  }

  /// French, a person first, 94700.
  static Script toTheQueue() {
    return choosing("1", "2", "94700#");
  }

  static Script choosing(String... keys) {
    Script script = Script.caller();
    for (String key : keys) {
      script.after(Duration.ofMillis(1_500)).keys(key);
    }
    return script;
  }

  /// Listens a second to the whisper, then presses a key.
  static Script presses(String key) {
    return Script.phone().after(Duration.ofSeconds(1)).keys(key);
  }

  static void endsWell(Sipp call) {
    assertThat(call.endsWell(END)).as(() -> call.errors()).isTrue();
  }

  void counts(double least, String meter, String... tags) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(house.counted(meter, tags)).isGreaterThanOrEqualTo(least));
  }

  void offers(String outcome, int count) {
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(house.counted("ariane.call.offers", "outcome", outcome)).isEqualTo(count));
  }
}
