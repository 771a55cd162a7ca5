package org.ariane.router.dispatch.micrometer;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.ariane.directory.place.CentreId;
import org.ariane.router.alarm.AlarmSource;
import org.ariane.router.dispatch.CentreLinks;
import org.ariane.router.dispatch.DispatchObserver;
import org.ariane.router.dispatch.IncidentBoard;
import org.ariane.router.dispatch.IncidentState;
import org.ariane.router.priority.PriorityClass;

/// Counts what happens, and shows how things stand.
public final class MeteredDispatch implements DispatchObserver {
  private static final String CENTRE = "centre";
  private static final String OUTCOME = "outcome";

  private final MeterRegistry registry;

  public MeteredDispatch(MeterRegistry registry) {
    this.registry = registry;
  }

  /// Gauges: open incidents by class, and per posted centre 1 when its link is up or untried, 0
  /// when it fails.
  public void watch(IncidentBoard board, CentreLinks links) {
    for (PriorityClass urgency : PriorityClass.values()) {
      Gauge.builder("ariane.incidents.open", board, shown -> open(shown, urgency))
          .tag("class", urgency.wireName())
          .register(registry);
    }
    for (CentreId centre : links.posted()) {
      Gauge.builder(
              "ariane.centre.link",
              links,
              known -> known.link(centre).map(link -> link.up() ? 1.0 : 0.0).orElse(1.0))
          .tag(CENTRE, centre.value())
          .register(registry);
    }
  }

  /// Gauge: 1 while alarms can be accepted for good, else 0.
  public void watchStore(BooleanSupplier durable) {
    Gauge.builder("ariane.store.durable", durable, store -> store.getAsBoolean() ? 1.0 : 0.0)
        .strongReference(true)
        .register(registry);
  }

  @Override
  public void alarmTaken(AlarmSource source, String outcome, Duration took) {
    Timer.builder("ariane.alarms.taken")
        .tag("source", source.kind())
        .tag(OUTCOME, outcome)
        .publishPercentileHistogram()
        .register(registry)
        .record(took);
  }

  @Override
  public void committed(Duration took) {
    Timer.builder("ariane.incidents.commit")
        .publishPercentileHistogram()
        .register(registry)
        .record(took);
  }

  @Override
  public void attempted(CentreId centre, String outcome, Duration took) {
    Timer.builder("ariane.deliveries")
        .tag(CENTRE, centre.value())
        .tag(OUTCOME, outcome)
        .register(registry)
        .record(took);
  }

  @Override
  public void escalated(CentreId from) {
    registry.counter("ariane.escalations", CENTRE, from.value()).increment();
  }

  @Override
  public void rang(CentreId centre, String outcome) {
    registry.counter("ariane.duty.calls", CENTRE, centre.value(), OUTCOME, outcome).increment();
  }

  private static double open(IncidentBoard board, PriorityClass urgency) {
    Set<IncidentState> open = EnumSet.of(IncidentState.OPEN);
    return board.list(open).stream().filter(known -> known.priority().urgency() == urgency).count();
  }
}
