package org.ariane.ivr.asterisk;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/// What the telephone line counts at one switch. Tags are bounded: no ids, no numbers.
final class VoiceMetrics {
  private static final String SWITCH = "switch";

  private final MeterRegistry registry;
  private final String on;

  VoiceMetrics(MeterRegistry registry, SwitchId on) {
    this.registry = registry;
    this.on = on.value();
  }

  void watch(BooleanSupplier ami, IntSupplier calls) {
    Gauge.builder("ariane.telephony.ami.connected", ami, up -> up.getAsBoolean() ? 1 : 0)
        .tag(SWITCH, on)
        .strongReference(true)
        .register(registry);
    Gauge.builder("ariane.calls.current", calls, IntSupplier::getAsInt)
        .tag(SWITCH, on)
        .strongReference(true)
        .register(registry);
  }

  void call(String line) {
    registry.counter("ariane.calls", SWITCH, on, "line", line).increment();
  }

  void step(String event, Duration took) {
    registry.timer("ariane.call.steps", SWITCH, on, "event", event).record(took);
  }

  void offer(String outcome) {
    registry.counter("ariane.call.offers", SWITCH, on, "outcome", outcome).increment();
  }

  void rescue() {
    registry.counter("ariane.call.rescues", SWITCH, on).increment();
  }

  void police(String outcome) {
    registry.counter("ariane.call.police", SWITCH, on, "outcome", outcome).increment();
  }

  /// @param outcome `over` where the fallback number is rung because too many call, `lane` where
  ///   she came in by the key of danger, `full` where her carrier was asked for its next route
  void door(String outcome) {
    registry.counter("ariane.call.door", "outcome", outcome).increment();
  }

  /// A call on this trunk was given up, since nothing at all came back.
  void silent(String trunk) {
    registry.counter("ariane.trunk.silent", SWITCH, on, "trunk", trunk).increment();
  }

  /// An operator's telephone that was there in a talk and is no more.
  void vanished() {
    registry.counter("ariane.call.telephones.vanished", SWITCH, on).increment();
  }

  void duty(String outcome) {
    registry.counter("ariane.duty.calls", SWITCH, on, "outcome", outcome).increment();
  }

  /// RTP packets of one leg, as the switch counted them.
  ///
  /// @param leg `caller` or `operator`
  void media(String leg, long received, long sent) {
    registry
        .counter("ariane.call.media.packets", SWITCH, on, "leg", leg, "direction", "received")
        .increment((double) received);
    registry
        .counter("ariane.call.media.packets", SWITCH, on, "leg", leg, "direction", "sent")
        .increment((double) sent);
  }
}
