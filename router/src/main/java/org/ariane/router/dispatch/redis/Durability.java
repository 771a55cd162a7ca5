package org.ariane.router.dispatch.redis;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether what Redis acknowledges is on disk. Starts anew with each connection.
public final class Durability {
  private static final Logger LOG = LoggerFactory.getLogger(Durability.class);

  /// What is known of it.
  public enum State {
    UNKNOWN,
    PROMISED,
    REFUSED
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private State state = State.UNKNOWN;
  private long epoch;

  public State state() {
    lock.lock();
    try {
      return state;
    } finally {
      lock.unlock();
    }
  }

  /// Changes whenever the promise ended; a write counts only if it did not change meanwhile.
  long epoch() {
    lock.lock();
    try {
      return epoch;
    } finally {
      lock.unlock();
    }
  }

  /// Waits for the promise; returns at once when Redis says that it makes none.
  boolean await(Duration atMost) {
    lock.lock();
    try {
      long left = atMost.toNanos();
      while (state == State.UNKNOWN && left > 0) {
        left = changed.awaitNanos(left);
      }
      return state == State.PROMISED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  void promised() {
    if (set(State.PROMISED)) {
      LOG.info("Redis writes to disk before it answers: alarms are durable");
    }
  }

  void refused(String why) {
    if (set(State.REFUSED)) {
      LOG.error("alarms are NOT durable: {}", why);
    }
  }

  void unknown() {
    set(State.UNKNOWN);
  }

  private boolean set(State next) {
    lock.lock();
    try {
      if (state == next) {
        return false;
      }
      if (state == State.PROMISED) {
        epoch++;
      }
      state = next;
      changed.signalAll();
      return true;
    } finally {
      lock.unlock();
    }
  }
}
