package org.ariane.ivr.asterisk;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/// What the telephone line counts. Tags are bounded: no ids, no numbers.
final class VoiceMetrics {
  private final MeterRegistry registry;

  VoiceMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void watch(BooleanSupplier ami, IntSupplier calls) {
    Gauge.builder("ariane.telephony.ami.connected", ami, up -> up.getAsBoolean() ? 1 : 0)
        .strongReference(true)
        .register(registry);
    Gauge.builder("ariane.calls.current", calls, IntSupplier::getAsInt)
        .strongReference(true)
        .register(registry);
  }

  void call(String line) {
    registry.counter("ariane.calls", "line", line).increment();
  }

  void step(String event, Duration took) {
    registry.timer("ariane.call.steps", "event", event).record(took);
  }

  void offer(String outcome) {
    registry.counter("ariane.call.offers", "outcome", outcome).increment();
  }

  void rescue() {
    registry.counter("ariane.call.rescues").increment();
  }

  void police(String outcome) {
    registry.counter("ariane.call.police", "outcome", outcome).increment();
  }

  void duty(String outcome) {
    registry.counter("ariane.duty.calls", "outcome", outcome).increment();
  }

  /// RTP packets of one leg, as the switch counted them.
  ///
  /// @param leg `caller` or `operator`
  void media(String leg, long received, long sent) {
    registry
        .counter("ariane.call.media.packets", "leg", leg, "direction", "received")
        .increment((double) received);
    registry
        .counter("ariane.call.media.packets", "leg", leg, "direction", "sent")
        .increment((double) sent);
  }
}
