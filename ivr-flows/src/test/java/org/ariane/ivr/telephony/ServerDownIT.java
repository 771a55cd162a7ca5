package org.ariane.ivr.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// The server dies or freezes: nobody is dropped, a human comes on.
class ServerDownIT extends PhoneTest {
  private static final Duration TALK = Duration.ofSeconds(3);

  @Test
  void callThatNobodyAnswersForIsRescuedAtOnce() {
    register("operator-1", firstPhone);
    house.voice().close();
    Sipp operator = phone(firstPhone, presses("1").after(TALK).hangsUp());
    Sipp caller = call(Script.caller());

    endsWell(operator);
    endsWell(caller);
  }

  @Test
  void killedDuringTheMenuOperatorsAreRungByTheDialplan() {
    register("operator-1", firstPhone);
    Sipp operator = phone(firstPhone, presses("1").after(TALK).hangsUp());
    Sipp caller = call(choosing("1").after(Duration.ofSeconds(3)).keys("2"));
    counts(1, "ariane.calls", "line", "3919");
    house.voice().close();

    endsWell(operator);
    endsWell(caller);
  }

  @Test
  void killedWhileSheWaitsTheFallbackNumberIsRung() {
    Sipp service = started(Sipp.ringing(trunkPort()));
    Sipp caller = call(toTheQueue());
    await().atMost(END).until(() -> service.messages().contains("180 Ringing"));
    house.voice().close();
    service.endsWell(END);
    Sipp fallback = phone(trunkPort(), Script.phone().after(TALK).hangsUp());

    endsWell(fallback);
    endsWell(caller);
    assertThat(fallback.messages()).contains("INVITE sip:+33199000099@");
  }

  @Test
  void killedWhileAnOperatorRingsSheIsJoinedAllTheSame() {
    register("operator-1", firstPhone);
    Sipp operator =
        started(Sipp.phone(firstPhone, Duration.ofSeconds(2), presses("1").after(TALK).hangsUp()));
    Sipp caller = call(toTheQueue());
    offers("rung", 1);
    house.voice().close();

    endsWell(operator);
    endsWell(caller);
  }

  @Test
  void killedDuringATalkTheTalkGoesOn() {
    register("operator-1", firstPhone);
    Sipp operator = phone(firstPhone, presses("1").after(Duration.ofSeconds(12)).hangsUp());
    Sipp caller = call(toTheQueue());
    offers("accepted", 1);
    house.voice().close();

    endsWell(operator);
    endsWell(caller);
    assertThat(operator.messages()).contains("BYE sip:");
  }

  @Test
  void frozenServerIsLeftAfterAFewSeconds() throws IOException {
    register("operator-1", firstPhone);
    house.voice().close();
    try (ServerSocket frozen =
        new ServerSocket(asterisk().settings().agiPort(), 50, InetAddress.getLoopbackAddress())) {
      assertThat(frozen.isBound()).isTrue();
      Sipp operator = phone(firstPhone, presses("1").after(TALK).hangsUp());
      Sipp caller = call(Script.caller());
      long begun = System.nanoTime();
      await().atMost(SOON).until(() -> operator.messages().contains("INVITE"));
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));

      endsWell(operator);
      endsWell(caller);
    }
  }

  @Test
  void freshServerTakesOverWhoWaits() {
    Sipp service = started(Sipp.ringing(trunkPort()));
    Sipp caller = call(toTheQueue());
    await().atMost(SOON).until(() -> service.messages().contains("180 Ringing"));
    house.close();
    house = new House(asterisk().settings());
    register("operator-1", firstPhone);
    Sipp operator = phone(firstPhone, presses("1").after(TALK).hangsUp());

    endsWell(operator);
    endsWell(caller);
    offers("accepted", 1);
    assertThat(house.counted("ariane.calls", "line", "3919")).isZero();
  }
}
