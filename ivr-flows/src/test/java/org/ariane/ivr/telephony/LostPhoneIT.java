package org.ariane.ivr.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    assertThat(house.counted("ariane.call.telephones.vanished")).isZero();

    long lost = System.nanoTime();
    first.close();
    hearsThatSomebodyComes(lost);
    comesAndEndsIt(caller);
  }

  /// Its sockets stay open and nothing comes from them: what a pulled cable looks like from here.
  /// One telephone sends voice until then, the other is muted and sends none.
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void telephoneWhoseNetworkIsGoneIsMissedWithinFiveSeconds(boolean speaks) {
    register("operator-1", firstPhone);
    Sipp first =
        started(Sipp.answering(firstPhone, speaks ? presses("1").streams() : presses("1")));
    Sipp caller = call(toTheQueue().streams());
    offers("accepted", 1);
    // Muted for longer than any network is away, and not taken for lost.
    await().during(Duration.ofSeconds(6)).atMost(SOON).until(() -> caller.talks() && first.talks());
    assertThat(house.counted("ariane.call.telephones.vanished")).isZero();

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
    Duration heard = Duration.ofNanos(System.nanoTime() - since);
    System.out.printf("MEASURED lost telephone: she hears so after %d ms%n", heard.toMillis());
    assertThat(heard).isLessThan(FIVE);
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
