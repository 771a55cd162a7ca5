package org.ariane.router.alarm;

/// Takes alarms for good. The one door for every source: apps, keys, taps, operators.
public interface AlarmIntake {
  /// Blocks until the alarm is durable (on disk, fsynced) or could not be made so. Never throws for
  /// what an alarm contains. Call it on a virtual thread.
  Receipt take(Alarm alarm);
}
