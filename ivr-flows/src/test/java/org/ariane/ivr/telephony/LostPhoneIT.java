package org.ariane.ivr.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// An operator's telephone vanishes in the middle of a talk, without a goodbye: within five seconds
/// the caller hears that somebody else is coming, and somebody comes.
class LostPhoneIT extends PhoneTest {
  private static final Duration FIVE = Duration.ofSeconds(5);

  @Test
  void killedTelephoneThatWasSilentIsMissedWithinFiveSeconds() {
    register("operator-1", firstPhone);
    Sipp first = phone(firstPhone, presses("1"));
    Sipp caller = call(toTheQueue().streams());
    offers("accepted", 1);
    // A muted operator whose telephone sends nothing is not taken for a lost one.
    await().during(Duration.ofSeconds(6)).atMost(SOON).until(() -> caller.talks() && first.talks());
    counts(0, "ariane.call.telephones.vanished");

    long lost = System.nanoTime();
    first.close();
    hearsThatSomebodyComes(lost);
    comesAndEndsIt(caller);
  }

  /// Needs a stream without a pause for twenty seconds, which a busy machine cannot play.
  @Test
  @EnabledIfSystemProperty(named = "ariane.soak", matches = "true")
  void telephoneWhoseNetworkIsGoneIsMissedWithinFiveSeconds() {
    register("operator-1", firstPhone);
    Sipp first = phone(firstPhone, presses("1").streams());
    Sipp caller = call(toTheQueue());
    offers("accepted", 1);
    await().during(Duration.ofSeconds(30)).atMost(END).until(() -> caller.talks());

    long lost = System.nanoTime();
    first.vanish();
    hearsThatSomebodyComes(lost);
    comesAndEndsIt(caller);
    first.close();
  }

  private static void hearsThatSomebodyComes(long since) {
    await()
        .atMost(Duration.ofSeconds(10))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> asterisk().console("core show channels concise").contains("connection-lost"));
    assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(FIVE);
  }

  private void comesAndEndsIt(Sipp caller) {
    Sipp second = phone(secondPhone, presses("1").after(Duration.ofSeconds(1)).hangsUp());
    comes("operator-2", secondPhone);
    endsWell(second);
    endsWell(caller);
    offers("accepted", 2);
    counts(1, "ariane.call.telephones.vanished");
    await().atMost(SOON).until(() -> asterisk().channels() == 0);
  }
}
