package org.ariane.router.alarm.micrometer;

import io.micrometer.core.instrument.MeterRegistry;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.alarm.http.AppMeter;

/// `ariane.app.alarms` by account and outcome; both are few.
public final class MeteredApps implements AppMeter {
  private final MeterRegistry registry;

  public MeteredApps(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void counted(PrincipalId app, Outcome outcome) {
    registry
        .counter("ariane.app.alarms", "app", app.value(), "outcome", outcome.wireName())
        .increment();
  }
}
