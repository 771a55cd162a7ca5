package org.ariane.ivr.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ariane.ivr.asterisk.AsteriskSettings;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.presence.Presence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The manager connection is cut or lags: what it would have told is made up for, and calls go on.
@ExtendWith(NeedsTelephony.class)
class AmiLostIT {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final PrincipalId OPERATOR = new PrincipalId("operator-1");

  private final AsteriskSettings settings = Asterisk.freshSettings();
  private final AmiProxy proxy = new AmiProxy(settings.amiPort());
  private final List<Sipp> telephones = new ArrayList<>();
  private final int phone = Ports.udp();
  private Asterisk asterisk;
  private House house;

  @BeforeEach
  void start() {
    asterisk = Asterisk.start(settings);
    house = house();
    Sipp.register(settings.sipPort(), OPERATOR.value(), Asterisk.PASSWORD, phone);
    await().atMost(SOON).until(() -> house.switchboard.presence(OPERATOR) == Presence.AVAILABLE);
  }

  private House house() {
    return new House(Asterisk.withAmi(settings, proxy.port()));
  }

  @AfterEach
  void stop() {
    telephones.forEach(Sipp::close);
    house.close();
    proxy.close();
    asterisk.close();
  }

  @Test
  void talkThatEndsUnheardFreesItsSeat() {
    Sipp operator = started(Sipp.phone(phone, PhoneTest.presses("1")));
    Sipp caller = call(PhoneTest.toTheQueue().after(Duration.ofSeconds(7)).hangsUp());
    await().atMost(SOON).until(() -> house.switchboard.presence(OPERATOR) == Presence.BUSY);
    proxy.cut();
    await().atMost(SOON).until(() -> !caller.talks());
    assertThat(operator.endsWell(SOON)).as(operator::errors).isTrue();
    proxy.mend();
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> house.switchboard.presence(OPERATOR) != Presence.BUSY);
    assertThat(house.switchboard.counts()).isEmpty();

    // Now a server takes the place of this one during a talk, and knows of it.
    Sipp second = started(Sipp.phone(phone, PhoneTest.presses("1")));
    Sipp other = call(PhoneTest.toTheQueue());
    await().atMost(SOON).until(() -> house.switchboard.presence(OPERATOR) == Presence.BUSY);
    house.voice().handOn();
    house.close();
    house = house();
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> house.switchboard.presence(OPERATOR) == Presence.BUSY);
    assertThat(other.talks() && second.talks()).isTrue();
    asterisk.console("channel request hangup all");
    assertThat(other.endsWell(SOON) && second.endsWell(SOON)).isTrue();
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> house.switchboard.presence(OPERATOR) != Presence.BUSY);
  }

  @Test
  void callerReachesAHumanThroughASwitchThatLags() {
    proxy.lag(Duration.ofSeconds(3));
    started(Sipp.phone(phone, PhoneTest.presses("1").after(Duration.ofSeconds(1)).hangsUp()));
    started(
        Sipp.phone(
            settings.trunk().orElseThrow().port(),
            Script.phone().after(Duration.ofSeconds(1)).hangsUp()));
    Sipp caller = call(PhoneTest.toTheQueue());
    assertThat(caller.endsWell(Duration.ofSeconds(60))).as(caller::errors).isTrue();
    assertThat(house.voice().health().amiConnected()).isFalse();
    long served = telephones.stream().filter(one -> one.messages().contains("BYE sip:")).count();
    assertThat(served).as("she and a human").isEqualTo(2);
    proxy.lag(Duration.ZERO);
    await().atMost(SOON).until(() -> house.voice().health().amiConnected());
    await().atMost(SOON).until(() -> house.switchboard.presence(OPERATOR) == Presence.AVAILABLE);
  }

  private Sipp call(Script script) {
    return started(Sipp.call(settings.sipPort(), "3919", script));
  }

  private Sipp started(Sipp telephone) {
    telephones.add(telephone);
    return telephone;
  }
}
