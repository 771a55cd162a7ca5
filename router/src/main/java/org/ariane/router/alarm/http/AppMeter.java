package org.ariane.router.alarm.http;

import java.util.Locale;
import org.ariane.router.access.PrincipalId;

/// Counts what became of the alarms of each app. Apps are accounts, so there are few.
@FunctionalInterface
public interface AppMeter {
  void counted(PrincipalId app, Outcome outcome);

  /// The wire name is the constant in lower case with hyphens.
  enum Outcome {
    ACCEPTED,
    NOT_DURABLE,
    OVER_RATE;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
