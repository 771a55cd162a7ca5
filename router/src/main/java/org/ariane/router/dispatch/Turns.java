package org.ariane.router.dispatch;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.ariane.router.alarm.Alarm;

/// Lets alarms of one contact or phone, or repeats of one alarm, go one after the other on this
/// server, so that they don't make each other start again. Others are not held up. Only a courtesy:
/// who waited long enough goes all the same, and the store decides.
final class Turns {
  private final ConcurrentHashMap<Object, Line> lines = new ConcurrentHashMap<>();

  private static final class Line {
    private final ReentrantLock lock = new ReentrantLock();
    private int standing;
  }

  <T> T inTurn(Alarm alarm, Duration atMost, Supplier<T> work) {
    boolean ofContact = !alarm.source().siblings().isEmpty();
    Object who =
        ofContact
            ? alarm.messageId()
            : JoinKey.of(alarm).<Object>map(key -> key).orElse(AlarmKey.of(alarm));
    Line line =
        lines.compute(
            who,
            (key, known) -> {
              Line joined = known == null ? new Line() : known;
              joined.standing++;
              return joined;
            });
    boolean mine = await(line.lock, atMost);
    try {
      return work.get();
    } finally {
      if (mine) {
        line.lock.unlock();
      }
      lines.computeIfPresent(who, (key, known) -> --known.standing == 0 ? null : known);
    }
  }

  private static boolean await(ReentrantLock lock, Duration atMost) {
    try {
      return lock.tryLock(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
