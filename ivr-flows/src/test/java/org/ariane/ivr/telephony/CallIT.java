package org.ariane.ivr.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.presence.Presence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The way of a call: line, flow, queue, operator or service.
@ExtendWith(NeedsTelephony.class)
class CallIT {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration END = Duration.ofSeconds(60);

  private static Asterisk asterisk;
  private House house;
  private int firstPhone;
  private int secondPhone;

  @BeforeAll
  static void start() {
    asterisk = Asterisk.start();
  }

  @AfterAll
  static void stop() {
    asterisk.close();
  }

  @BeforeEach
  void open() {
    house = new House(asterisk.settings());
    firstPhone = Ports.udp();
    secondPhone = Ports.udp();
  }

  @AfterEach
  void close() {
    unregister("operator-1", firstPhone);
    unregister("operator-2", secondPhone);
    house.close();
    await().atMost(SOON).until(() -> asterisk.channels() == 0);
  }

  private void register(String operator, int port) {
    Sipp.register(asterisk.settings().sipPort(), operator, Asterisk.PASSWORD, port);
    await()
        .atMost(SOON)
        .until(() -> house.switchboard.presence(new PrincipalId(operator)) == Presence.AVAILABLE);
  }

  private void unregister(String operator, int port) {
    Sipp.unregister(asterisk.settings().sipPort(), operator, Asterisk.PASSWORD, port);
  }

  private Sipp call(Script script) {
    return Sipp.call(asterisk.settings().sipPort(), "3919", script);
  }

  /// French, a person first, 94700.
  private static Script toTheQueue() {
    return Script.caller()
        .after(Duration.ofMillis(1_500))
        .keys("1")
        .after(Duration.ofMillis(1_500))
        .keys("2")
        .after(Duration.ofMillis(1_500))
        .keys("94700#");
  }

  @Test
  void operatorAcceptsAndBothHearEachOther() {
    register("operator-1", firstPhone);
    try (Sipp operator =
            Sipp.phone(
                firstPhone,
                Script.phone()
                    .after(Duration.ofSeconds(1))
                    .keys("1")
                    .after(Duration.ofSeconds(1))
                    .speaks()
                    .after(Duration.ofSeconds(4))
                    .hangsUp());
        Sipp caller = call(toTheQueue().after(Duration.ofSeconds(3)).speaks())) {
      assertThat(operator.endsWell(END)).as(operator.errors()).isTrue();
      assertThat(caller.endsWell(END)).as(caller.errors()).isTrue();
    }
    await()
        .atMost(SOON)
        .untilAsserted(() -> {
          assertThat(
                  house.counted(
                      "ariane.call.media.packets", "leg", "caller", "direction", "received"))
              .isGreaterThan(100);
          assertThat(
                  house.counted("ariane.call.media.packets", "leg", "caller", "direction", "sent"))
              .isGreaterThan(300);
          assertThat(
                  house.counted(
                      "ariane.call.media.packets", "leg", "operator", "direction", "received"))
              .isGreaterThan(50);
          assertThat(
                  house.counted(
                      "ariane.call.media.packets", "leg", "operator", "direction", "sent"))
              .isGreaterThan(50);
        });
    assertThat(house.counted("ariane.call.offers", "outcome", "accepted")).isEqualTo(1);
    assertThat(house.counted("ariane.calls", "line", "3919")).isEqualTo(1);
    assertThat(house.counted("ariane.call.rescues")).isZero();
  }
}
