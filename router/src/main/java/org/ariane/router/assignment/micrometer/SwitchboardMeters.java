package org.ariane.router.assignment.micrometer;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Consumer;
import org.ariane.router.assignment.Effect;
import org.ariane.router.assignment.LiveSwitchboard;
import org.ariane.router.contact.ContactChannel;

/// Waiting contacts by channel, offers by outcome, and how long people wait for a human.
public final class SwitchboardMeters implements Consumer<Effect> {
  private final MeterRegistry registry;

  private SwitchboardMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  public static void watch(LiveSwitchboard switchboard, MeterRegistry registry) {
    for (ContactChannel channel : ContactChannel.values()) {
      Gauge.builder(
              "ariane.contacts.waiting",
              switchboard,
              board -> board.counts().getOrDefault(channel, 0))
          .tag("channel", channel.wireName())
          .description("contacts that wait for a human")
          .register(registry);
    }
    switchboard.watch(new SwitchboardMeters(registry));
  }

  @Override
  public void accept(Effect effect) {
    if (effect instanceof Effect.OfferEnded ended) {
      registry
          .counter(
              "ariane.offers",
              "channel",
              ended.offer().contact().channel().wireName(),
              "outcome",
              ended.outcome().wireName())
          .increment();
    } else if (effect instanceof Effect.Joined joined) {
      Timer.builder("ariane.contacts.time.to.human")
          .tag("channel", joined.contact().channel().wireName())
          .description("from arrival to an operator's acceptance")
          .publishPercentileHistogram()
          .register(registry)
          .record(joined.waited());
    }
  }
}
