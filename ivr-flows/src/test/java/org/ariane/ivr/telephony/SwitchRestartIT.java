package org.ariane.ivr.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.ariane.ivr.asterisk.AsteriskSettings;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.presence.Presence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The switch comes and goes; the server finds it again by itself and knows who is there.
@ExtendWith(NeedsTelephony.class)
class SwitchRestartIT {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final PrincipalId OPERATOR = new PrincipalId("operator-1");

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
}
