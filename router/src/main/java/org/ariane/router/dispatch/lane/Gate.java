package org.ariane.router.dispatch.lane;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.router.alarm.Alarm;
import org.ariane.router.alarm.AlarmIntake;
import org.ariane.router.alarm.Receipt;

/// Lets alarms in until it is closed, and waits for those inside. Also the limit of alarms at one
/// time, so that a flood is refused loudly before memory fills.
final class Gate implements AlarmIntake, AutoCloseable {
  private static final int MOST_INSIDE = 10_000;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final PhoneNumber EMERGENCY = new PhoneNumber("112");

  private final AlarmIntake inner;
  private final Semaphore places = new Semaphore(MOST_INSIDE);

  Gate(AlarmIntake inner) {
    this.inner = inner;
  }

  @Override
  public Receipt take(Alarm alarm) {
    if (!places.tryAcquire()) {
      return new Receipt.NotDurable(EMERGENCY, 1);
    }
    try {
      return inner.take(alarm);
    } finally {
      places.release();
    }
  }

  @Override
  public void close() {
    try {
      if (!places.tryAcquire(MOST_INSIDE, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        places.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
