package org.ariane.ivr.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ariane.ivr.asterisk.AsteriskSettings;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.contact.ContactChannel;
import org.ariane.router.presence.Presence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The switch comes and goes; the server finds it again by itself and knows who is there.
@ExtendWith(NeedsTelephony.class)
class SwitchRestartIT {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final PrincipalId OPERATOR = new PrincipalId("operator-1");
  private static final PrincipalId OTHER = new PrincipalId("operator-2");

  /// In the queue, and as many in the menu.
  private static final int CROWD = Boolean.getBoolean("ariane.soak") ? 40 : 6;

  @Test
  void switchIsFoundWhenItComesAndFoundAgainWhenItComesBack() {
    AsteriskSettings settings = Asterisk.freshSettings();
    try (House house = new House(settings)) {
      assertThat(house.voice().health().agiListening()).isTrue();
      assertThat(house.voice().health().amiConnected()).isFalse();
      registersAndIsSeen(settings, house);
      await().atMost(SOON).until(() -> !house.voice().health().amiConnected());
      registersAndIsSeen(settings, house);
    }
  }

  private static void registersAndIsSeen(AsteriskSettings settings, House house) {
    try (Asterisk _ = Asterisk.start(settings)) {
      await().atMost(SOON).until(() -> house.voice().health().amiConnected());
      await().atMost(SOON).until(() -> house.switchboard.presence(OPERATOR) == Presence.OFFLINE);
      int port = Ports.udp();
      Sipp.register(settings.sipPort(), OPERATOR.value(), Asterisk.PASSWORD, port);
      await().atMost(SOON).until(() -> house.switchboard.presence(OPERATOR) == Presence.AVAILABLE);
    }
  }

  /// The switch dies with a talk, an offer that rings, callers in the queue and in the menu.
  @Test
  void afterADeathUnderLoadNewCallsAreServedAtOnceAndNoGhostIsLeft() {
    AsteriskSettings settings = Asterisk.freshSettings();
    List<Sipp> telephones = new ArrayList<>();
    int taking = Ports.udp();
    try (House house = new House(settings)) {
      try (Asterisk dies = Asterisk.start(settings)) {
        await().atMost(SOON).until(() -> house.voice().health().amiConnected());
        comes(settings, house, OPERATOR, taking);
        telephones.add(Sipp.phones(taking, 10, PhoneTest.presses("1")));
        telephones.add(Sipp.crowd(settings.sipPort(), 1, PhoneTest.toTheQueue()));
        await().atMost(SOON).until(() -> house.switchboard.presence(OPERATOR) == Presence.BUSY);
        int ringing = Ports.udp();
        telephones.add(Sipp.ringing(ringing));
        comes(settings, house, OTHER, ringing);
        telephones.add(Sipp.crowd(settings.sipPort(), CROWD, PhoneTest.toTheQueue()));
        await().atMost(SOON).until(() -> waiting(house) == CROWD);
        telephones.add(Sipp.crowd(settings.sipPort(), CROWD, Script.caller()));
        await().atMost(SOON).until(() -> dies.channels() >= 2 * CROWD + 2);
        assertThat(house.switchboard.presence(OTHER)).isEqualTo(Presence.RESERVED);
        dies.kill();
      }
      telephones.removeFirst().close();
      telephones.forEach(Sipp::close);
      double rung = house.counted("ariane.call.offers", "outcome", "rung");
      double calls = house.counted("ariane.calls");

      try (Asterisk _ = Asterisk.start(settings)) {
        long ready = System.nanoTime();
        telephones.add(Sipp.call(settings.sipPort(), "3919", PhoneTest.toTheQueue()));
        await()
            .pollInterval(Duration.ofMillis(20))
            .atMost(SOON)
            .until(() -> house.counted("ariane.calls") > calls);
        System.out.printf(
            "MEASURED the switch died with %d calls: the next one is served %d ms after its start%n",
            2 * CROWD + 1, Duration.ofNanos(System.nanoTime() - ready).toMillis());
        // Before she has pressed her keys her operator is there.
        telephones.add(Sipp.phones(taking, 10, PhoneTest.presses("1")));
        Sipp.register(settings.sipPort(), OPERATOR.value(), Asterisk.PASSWORD, taking);
        await()
            .atMost(Duration.ofSeconds(45))
            .until(() -> house.switchboard.presence(OPERATOR) == Presence.BUSY);
        assertThat(house.switchboard.talks(ContactChannel.CALL)).hasSize(1);
        assertThat(house.switchboard.counts()).isEmpty();
        assertThat(house.switchboard.presence(OTHER)).isEqualTo(Presence.OFFLINE);
        assertThat(house.counted("ariane.call.offers", "outcome", "rung")).isEqualTo(rung + 1);
      } finally {
        telephones.forEach(Sipp::close);
      }
    }
  }

  private static int waiting(House house) {
    return house.switchboard.waiting(ContactChannel.CALL).size();
  }

  private static void comes(
      AsteriskSettings settings, House house, PrincipalId operator, int port) {
    Sipp.register(settings.sipPort(), operator.value(), Asterisk.PASSWORD, port);
    await().atMost(SOON).until(() -> house.switchboard.presence(operator) != Presence.OFFLINE);
  }
}
