package org.ariane.router.dispatch.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.CentreId;
import org.ariane.router.alarm.Alarm;
import org.ariane.router.alarm.AlarmSource;
import org.ariane.router.alarm.Receipt;
import org.ariane.router.alarm.Trigger;
import org.ariane.router.dispatch.DispatchObserver;
import org.ariane.router.dispatch.Samples;
import org.junit.jupiter.api.Test;

class GateTest {
  private static final PhoneNumber ZONE = new PhoneNumber("17");
  private static final Receipt INNER = new Receipt.NotDurable(new PhoneNumber("112"), 9);

  @Test
  void whoFindsNoPlaceInsideIsRefusedWithTheNumberOfHerZoneAndCounted() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    List<String> reasons = new ArrayList<>();
    Gate gate =
        new Gate(
            alarm -> {
              entered.countDown();
              await(leave);
              return INNER;
            },
            alarm -> ZONE,
            observer(reasons),
            1);
    Alarm alarm = Samples.alarm(Trigger.BUTTON, Samples.NOW);
    Thread first = Thread.ofVirtual().start(() -> gate.take(alarm));
    entered.await();
    assertThat(gate.inside()).isEqualTo(1);
    assertThat(gate.take(alarm)).isEqualTo(new Receipt.NotDurable(ZONE, 1));
    assertThat(reasons).containsExactly("inside");
    leave.countDown();
    first.join();
    assertThat(gate.take(alarm)).isEqualTo(INNER);
    gate.close();
    assertThat(gate.take(alarm)).isEqualTo(new Receipt.NotDurable(ZONE, 1));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static DispatchObserver observer(List<String> reasons) {
    return new DispatchObserver() {
      @Override
      public void alarmTaken(AlarmSource source, String outcome, Duration took) {}

      @Override
      public void refused(String reason) {
        reasons.add(reason);
      }

      @Override
      public void committed(Duration took) {}

      @Override
      public void attempted(CentreId centre, String outcome, Duration took) {}

      @Override
      public void linkTested(CentreId centre, String outcome, Duration took) {}

      @Override
      public void escalated(CentreId from) {}

      @Override
      public void rang(CentreId centre, String outcome) {}
    };
  }
}
