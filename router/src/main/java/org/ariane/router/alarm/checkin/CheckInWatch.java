package org.ariane.router.alarm.checkin;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.ariane.router.alarm.Alarm;
import org.ariane.router.alarm.AlarmIntake;
import org.ariane.router.alarm.Receipt;
import org.ariane.router.dispatch.LogUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Raises the alarms of check-ins that were missed. Every server looks; the alarm's id is the same
/// on each, so that there is one. One that could not be stored is raised again until it is.
public final class CheckInWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CheckInWatch.class);
  private static final Duration EVERY = Duration.ofMillis(500);
  private static final int BATCH = 50;

  private final CheckIns checkIns;
  private final AlarmIntake intake;
  private final Function<CheckIn, Alarm> reader;
  private final InstantSource clock;
  private volatile boolean closed;

  /// @param reader makes the alarm of one that is missed; never throws
  public CheckInWatch(
      CheckIns checkIns, AlarmIntake intake, Function<CheckIn, Alarm> reader, InstantSource clock) {
    this.checkIns = checkIns;
    this.intake = intake;
    this.reader = reader;
    this.clock = clock;
  }

  public void start(Executor virtualThreads) {
    virtualThreads.execute(() -> {
      while (!closed) {
        look();
        LockSupport.parkNanos(EVERY.toNanos());
      }
    });
  }

  private void look() {
    try {
      List<CheckIn> missed;
      do {
        missed = checkIns.missed(clock.instant(), BATCH);
        missed.forEach(this::raise);
      } while (missed.size() == BATCH && !closed);
    } catch (LogUnavailableException e) {
      LOG.debug("check-ins wait for the store: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("check-ins could not be looked at", e);
    }
  }

  private void raise(CheckIn checkIn) {
    if (!closed && intake.take(reader.apply(checkIn)) instanceof Receipt.Accepted accepted) {
      checkIns.raised(checkIn, accepted.alarm());
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
