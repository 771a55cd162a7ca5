package org.ariane.ivr.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// A trunk from which nothing comes is given up within five seconds; one that is only slow is not.
/// In this order, since the switch goes on repeating for a while what it has given up.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TrunkIT extends PhoneTest {
  private static final Duration GIVEN_UP = Duration.ofSeconds(5);

  /// The INVITE was repeated three times by then, which a lossy way survives.
  private static final Duration TRIED = Duration.ofSeconds(4);

  private static final String FALLBACK = "+33199000099";

  /// Its first word comes after two and a half seconds, and is only that it tries; it rings for
  /// nobody, and somebody answers in the end.
  @Test
  @Order(1)
  void serviceOnASlowTrunkIsWaitedFor() {
    Sipp slow =
        started(Sipp.slow(trunkPort(), Script.phone().after(Duration.ofSeconds(1)).hangsUp()));
    Sipp caller = call(toTheQueue());
    endsWell(slow);
    endsWell(caller);
    assertThat(slow.messages()).contains("SIP/2.0 100 Trying");
    assertThat(house.counted("ariane.trunk.silent")).isZero();
  }

  /// No server, no operator: the dialplan rings the fallback number, and again.
  @Test
  @Order(2)
  void fallbackOnADeadTrunkIsTriedAgainSoon() {
    house.voice().close();
    try (BlackHole dead = new BlackHole(trunkPort(), FALLBACK)) {
      Sipp caller = call(Script.caller());
      await().atMost(END).until(() -> dead.calls() > 1);
      // With five seconds of breath and the words that somebody comes between them.
      assertThat(dead.betweenCalls()).isBetween(TRIED, Duration.ofSeconds(16));
      assertThat(caller.talks()).isTrue();
    }
  }

  /// The police of her zone are tried again soon; meanwhile she goes on from a service that cannot
  /// be reached either.
  @Test
  @Order(3)
  void policeAndServiceOnDeadTrunksAreGivenUpAndSheGoesOn() {
    try (BlackHole service = new BlackHole(trunkPort(), House.SERVICE.dialled());
        BlackHole police = new BlackHole(emergencyPort(), House.AGREED.dialled())) {
      Sipp caller = call(choosing("1", "1", "94700#"));
      await().atMost(END).until(() -> service.calls() > 0);
      await()
          .atMost(SOON)
          .pollInterval(Duration.ofMillis(20))
          .until(() -> house.counted("ariane.trunk.silent", "trunk", "trunk") > 0);
      Duration took = Duration.ofNanos(System.nanoTime() - service.first());
      System.out.printf("MEASURED dead trunk given up after %d ms%n", took.toMillis());
      assertThat(took).isBetween(TRIED, GIVEN_UP);
      assertThat(service.copies()).isEqualTo(4);
      await().atMost(Duration.ofSeconds(2)).until(() -> rang() > 0);

      await().atMost(SOON).until(() -> police.calls() > 1);
      assertThat(police.betweenCalls()).isBetween(TRIED, Duration.ofSeconds(8));
      assertThat(house.counted("ariane.trunk.silent", "trunk", "emergency-trunk")).isPositive();
      assertThat(caller.talks()).isTrue();

      // The operator is told, and the trunk may come back.
      await()
          .atMost(END)
          .until(() -> house.counted("ariane.call.police", "outcome", "unanswered") == 1);
      long told = police.calls();
      await().atMost(SOON).until(() -> police.calls() > told);
      assertThat(house.counted("ariane.call.police", "outcome", "unanswered")).isEqualTo(1);
    }
  }

  private long rang() {
    return house.meters.find("ariane.call.steps").tags("event", "rang").timers().stream()
        .mapToLong(Timer::count)
        .sum();
  }
}
