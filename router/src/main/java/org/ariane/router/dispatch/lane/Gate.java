package org.ariane.router.dispatch.lane;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.router.alarm.Alarm;
import org.ariane.router.alarm.AlarmIntake;
import org.ariane.router.alarm.Receipt;
import org.ariane.router.dispatch.DispatchObserver;
import org.ariane.router.dispatch.Shortage;

/// Lets alarms in until it is closed, and waits for those inside. Also the limit of alarms at one
/// time, so that a flood is refused loudly, with the number that helps where she is, before memory
/// fills.
final class Gate implements AlarmIntake, AutoCloseable {
  static final int MOST_INSIDE = 10_000;
  private static final int RETRY_AFTER_S = 1;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final AlarmIntake inner;
  private final Function<Alarm, PhoneNumber> emergencyNumber;
  private final DispatchObserver observer;
  private final int most;
  private final Semaphore places;

  Gate(
      AlarmIntake inner,
      Function<Alarm, PhoneNumber> emergencyNumber,
      DispatchObserver observer,
      int most) {
    this.inner = inner;
    this.emergencyNumber = emergencyNumber;
    this.observer = observer;
    this.most = most;
    this.places = new Semaphore(most);
  }

  @Override
  public Receipt take(Alarm alarm) {
    if (!places.tryAcquire()) {
      observer.refused(Shortage.INSIDE.wireName());
      return new Receipt.NotDurable(emergencyNumber.apply(alarm), RETRY_AFTER_S);
    }
    try {
      return inner.take(alarm);
    } finally {
      places.release();
    }
  }

  /// How many are inside.
  int inside() {
    return most - places.availablePermits();
  }

  @Override
  public void close() {
    try {
      if (!places.tryAcquire(most, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        places.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
