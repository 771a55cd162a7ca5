package org.ariane.router.dispatch.micrometer;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;
import org.ariane.router.dispatch.StoreFigures;

/// Shows how much room the store has.
public final class StoreMeters {
  private StoreMeters() {}

  /// Gauges in bytes; the disk is absent where it cannot be seen from here.
  public static void watch(MeterRegistry registry, Supplier<StoreFigures> figures) {
    Gauge.builder("ariane.store.memory.used.bytes", () -> figures.get().usedMemory())
        .register(registry);
    Gauge.builder("ariane.store.memory.max.bytes", () -> figures.get().maxMemory())
        .register(registry);
    Gauge.builder(
            "ariane.store.disk.free.bytes",
            () -> figures.get().freeDisk().map(Long::doubleValue).orElse(Double.NaN))
        .register(registry);
    Gauge.builder("ariane.store.queue.bytes", () -> figures.get().queuedBytes()).register(registry);
  }
}
