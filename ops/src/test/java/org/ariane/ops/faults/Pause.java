package org.ariane.ops.faults;

import java.util.concurrent.locks.LockSupport;

/// The pace of people and programs outside; never a wait for something to happen.
final class Pause {
  private Pause() {}

  static void ofMillis(long ms) {
    LockSupport.parkNanos(ms * 1_000_000);
  }
}
