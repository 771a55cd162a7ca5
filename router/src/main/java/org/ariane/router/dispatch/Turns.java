package org.ariane.router.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.ariane.router.alarm.Alarm;

/// Lets alarms of one phone, or repeats of one alarm, go one after the other on this server, so
/// that they don't make each other start again. Only a courtesy: who waited long enough goes all
/// the same, and the store decides.
final class Turns {
  private static final int STRIPES = 256;

  private final List<ReentrantLock> locks =
      Stream.generate(ReentrantLock::new).limit(STRIPES).toList();

  ReentrantLock of(Alarm alarm) {
    Object who = JoinKey.of(alarm).<Object>map(key -> key).orElse(AlarmKey.of(alarm));
    return locks.get(Math.floorMod(who.hashCode(), STRIPES));
  }

  /// True when it is the caller's turn, who must then unlock.
  boolean await(ReentrantLock turn, Duration atMost) {
    try {
      return turn.tryLock(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
