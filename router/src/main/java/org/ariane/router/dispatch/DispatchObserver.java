package org.ariane.router.dispatch;

import java.time.Duration;
import org.ariane.directory.place.CentreId;
import org.ariane.router.alarm.AlarmSource;

/// Hears what happens, to count it.
public interface DispatchObserver {
  /// An alarm was answered.
  ///
  /// @param outcome `opened`, `joined`, `updated`, `repeated`, `not-durable`
  void alarmTaken(AlarmSource source, String outcome, Duration took);

  void committed(Duration took);

  /// A message was brought to a centre, or not.
  ///
  /// @param outcome `received`, or a reason of [CentrePost.Result.Failed]
  void attempted(CentreId centre, String outcome, Duration took);

  void escalated(CentreId from);

  /// A duty officer was rung.
  ///
  /// @param outcome `taken`, `unconfirmed`, or a reason of [DutyPhone.Reason]
  void rang(CentreId centre, String outcome);

  /// Hears nothing.
  static DispatchObserver deaf() {
    return new DispatchObserver() {
      @Override
      public void alarmTaken(AlarmSource source, String outcome, Duration took) {}

      @Override
      public void committed(Duration took) {}

      @Override
      public void attempted(CentreId centre, String outcome, Duration took) {}

      @Override
      public void escalated(CentreId from) {}

      @Override
      public void rang(CentreId centre, String outcome) {}
    };
  }
}
