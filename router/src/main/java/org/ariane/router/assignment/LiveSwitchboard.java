package org.ariane.router.assignment;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.Principal;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.contact.Contact;
import org.ariane.router.contact.ContactChannel;
import org.ariane.router.contact.ContactId;
import org.ariane.router.plan.Plans;
import org.ariane.router.plan.RouteRequest;
import org.ariane.router.plan.RoutingPlan;
import org.ariane.router.presence.DeskPresence;
import org.ariane.router.presence.PhoneState;
import org.ariane.router.presence.Presence;
import org.ariane.router.presence.Seat;

/// The switchboard of one server: holds the state machine under a lock, carries out its effects on
/// virtual threads (in order per contact), and lets time pass for it.
public final class LiveSwitchboard implements Switchboard, AutoCloseable {
  private static final long TICK_MS = 200;
  private static final Object WATCHERS = new Object();

  private final SwitchboardCore core;
  private final InstantSource clock;
  private final Lanes lanes;
  private final Map<ContactChannel, OfferPort> ports = new ConcurrentHashMap<>();
  private final List<Consumer<Effect>> watchers = new CopyOnWriteArrayList<>();
  private final DecisionLog decisions = new DecisionLog();
  private final ScheduledExecutorService ticker;
  private final ScheduledFuture<?> ticks;

  /// Begins to let time pass.
  ///
  /// @param faults told of exceptions that ports and watchers throw
  public LiveSwitchboard(
      SwitchboardSettings settings,
      Plans plans,
      Function<PrincipalId, Optional<Principal>> accounts,
      Supplier<OfferId> offerIds,
      InstantSource clock,
      Executor virtualThreads,
      Consumer<RuntimeException> faults) {
    this.core = new SwitchboardCore(settings, plans, accounts, offerIds);
    this.clock = clock;
    this.lanes = new Lanes(virtualThreads, faults);
    this.ticker =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("switchboard-ticks").factory());
    this.ticks =
        ticker.scheduleWithFixedDelay(
            () -> {
              try {
                apply(new Event.Tick());
              } catch (RuntimeException e) {
                faults.accept(e);
              }
            },
            TICK_MS,
            TICK_MS,
            TimeUnit.MILLISECONDS);
  }

  /// Tells of every effect, in order, one at a time, on a virtual thread. Watchers must be quick.
  public void watch(Consumer<Effect> watcher) {
    watchers.add(watcher);
  }

  @Override
  public void attach(ContactChannel channel, OfferPort port) {
    ports.put(channel, port);
  }

  @Override
  public void enter(Contact contact) {
    apply(new Event.Entered(contact));
  }

  @Override
  public void leave(ContactId contact) {
    apply(new Event.Left(contact));
  }

  @Override
  public void ringEnded(ContactId contact, boolean answered) {
    apply(new Event.RingEnded(contact, answered));
  }

  @Override
  public void accepted(OfferId offer) {
    apply(new Event.Accepted(offer));
  }

  @Override
  public void declined(OfferId offer) {
    apply(new Event.Refused(offer, OfferOutcome.DECLINED, true));
  }

  /// Declined at the desk; a telephone that rings for it is told to stop.
  public void declinedAtDesk(OfferId offer) {
    apply(new Event.Refused(offer, OfferOutcome.DECLINED, false));
  }

  @Override
  public void unanswered(OfferId offer) {
    apply(new Event.Refused(offer, OfferOutcome.UNANSWERED, true));
  }

  @Override
  public void parted(ContactId contact, PrincipalId operator, boolean again) {
    apply(new Event.Parted(contact, operator, again));
  }

  @Override
  public void alone(ContactId contact) {
    talksTo(contact).ifPresent(operator -> parted(contact, operator, true));
  }

  @Override
  public void resumed(Contact contact, PrincipalId operator) {
    apply(new Event.Resumed(contact, operator));
  }

  @Override
  public void phone(PrincipalId operator, PhoneState state) {
    apply(new Event.PhoneChanged(operator, state));
  }

  public void deskOpened(PrincipalId operator) {
    apply(new Event.DeskOpened(operator));
  }

  /// The last page of hers is gone.
  public void deskLost(PrincipalId operator) {
    apply(new Event.DeskLost(operator));
  }

  public void wished(PrincipalId operator, DeskPresence.Wish wish) {
    apply(new Event.Wished(operator, wish));
  }

  /// Ends her wrap-up.
  public void ready(PrincipalId operator) {
    apply(new Event.Ready(operator));
  }

  /// Offers the contact to another desk while it stays with `from`. What comes of it is told as
  /// [Effect.HandedOver] or [Effect.HandoverFailed].
  public void handOver(ContactId contact, PrincipalId from, ServiceId to) {
    apply(new Event.HandoverAsked(contact, from, to));
  }

  /// A call went from one operator to another on the telephone.
  public void moved(ContactId contact, PrincipalId from, PrincipalId to) {
    apply(new Event.Moved(contact, from, to));
  }

  /// A call went from an operator to somebody outside.
  public void handedOut(ContactId contact, PrincipalId from) {
    apply(new Event.HandedOut(contact, from));
  }

  /// Keeps a decision that was taken elsewhere in the contact's history.
  public void note(ContactId contact, String code, String detail, Optional<PrincipalId> whom) {
    apply(new Event.Noted(contact, code, detail, whom));
  }

  /// Who talks with her; empty where nobody does.
  public synchronized Optional<PrincipalId> talksTo(ContactId contact) {
    return core.board().entry(contact).flatMap(Entry::operator);
  }

  /// Who talks with whom on a channel.
  public synchronized Map<ContactId, PrincipalId> talks(ContactChannel channel) {
    Map<ContactId, PrincipalId> talks = new LinkedHashMap<>();
    core.board().entries().stream()
        .filter(entry -> entry.contact().channel() == channel)
        .forEach(entry -> entry.operator().ifPresent(who -> talks.put(entry.id(), who)));
    return talks;
  }

  /// The operator of a desk who could take a contact of this channel now, longest idle first.
  public synchronized Optional<PrincipalId> free(
      ServiceId desk, ContactChannel channel, Optional<Language> language) {
    core.board().begin(clock.instant());
    return LongestIdle.choose(
            core.board().seats().stream()
                .filter(seat -> seat.desk().equals(desk) && core.board().free(seat, channel))
                .toList(),
            language)
        .map(Seat::operator);
  }

  /// Whether an operator could take a contact of this channel now.
  public synchronized boolean free(PrincipalId operator, ContactChannel channel) {
    core.board().begin(clock.instant());
    return core.board().seat(operator).filter(seat -> core.board().free(seat, channel)).isPresent();
  }

  @Override
  public synchronized Turn turn(ContactId contact) {
    Optional<Entry> found = core.board().entry(contact);
    if (found.isEmpty()) {
      return new Turn.Unknown();
    }
    Entry entry = found.get();
    if (!entry.waits()) {
      return Turns.of(entry, 1, Optional.empty());
    }
    int position = Positions.of(core.board().entries()).getOrDefault(contact, 1);
    return Turns.of(entry, position, expected(entry, position));
  }

  /// Everybody who waits on a channel, next first.
  public synchronized Map<ContactId, Turn> waiting(ContactChannel channel) {
    Map<ContactId, Turn> turns = new LinkedHashMap<>();
    Positions.of(core.board().entries())
        .forEach((id, position) ->
            core.board()
                .entry(id)
                .filter(entry -> entry.contact().channel() == channel)
                .ifPresent(
                    entry -> turns.put(id, Turns.of(entry, position, expected(entry, position)))));
    return turns;
  }

  private Optional<Duration> expected(Entry entry, int position) {
    return core.board().expected(entry, position, clock.instant());
  }

  /// As it stands now; empty when it is over.
  public synchronized Optional<Contact> contact(ContactId contact) {
    return core.board().entry(contact).map(Entry::contact);
  }

  public synchronized Optional<RoutingPlan> plan(ContactId contact) {
    return core.board().entry(contact).map(Entry::plan);
  }

  /// The plan that a made-up contact would get from those who are here now.
  public synchronized RoutingPlan whatIf(RouteRequest request) {
    core.board().begin(clock.instant());
    return core.walk().plan(request);
  }

  public List<Decision> decisions(ContactId contact) {
    return decisions.of(contact);
  }

  /// The offer that rings at an operator now.
  public synchronized Optional<Standing> offer(PrincipalId operator) {
    for (Entry entry : core.board().entries()) {
      Optional<Standing> standing = Standing.of(entry, operator, core.board(), clock.instant());
      if (standing.isPresent()) {
        return standing;
      }
    }
    return Optional.empty();
  }

  public synchronized Optional<Seat> seat(PrincipalId operator) {
    return core.board().seat(operator);
  }

  public synchronized Presence presence(PrincipalId operator) {
    core.board().begin(clock.instant());
    return core.board().seat(operator).map(core.board()::presence).orElse(Presence.OFFLINE);
  }

  /// How many operators of each desk could take a contact of this channel now.
  public synchronized Map<ServiceId, Integer> available(ContactChannel channel) {
    core.board().begin(clock.instant());
    Map<ServiceId, Integer> counts = new LinkedHashMap<>();
    for (Seat seat : core.board().seats()) {
      counts.merge(seat.desk(), core.board().free(seat, channel) ? 1 : 0, Integer::sum);
    }
    return counts;
  }

  /// How many contacts wait, by channel.
  public synchronized Map<ContactChannel, Integer> counts() {
    Map<ContactChannel, Integer> counts = new EnumMap<>(ContactChannel.class);
    for (Entry entry : core.board().entries()) {
      if (entry.waits()) {
        counts.merge(entry.contact().channel(), 1, Integer::sum);
      }
    }
    return counts;
  }

  private synchronized void apply(Event event) {
    for (Effect effect : core.apply(event, clock.instant())) {
      if (effect instanceof Effect.Decided(Decision decision)) {
        decisions.add(decision);
      }
      tellChannel(effect);
      lanes.run(WATCHERS, () -> watchers.forEach(watcher -> watcher.accept(effect)));
    }
  }

  private void tellChannel(Effect effect) {
    if (effect instanceof Effect.OfferMade made) {
      lanes.run(made.offer().contact().id(), () -> ring(made.offer()));
    } else if (effect instanceof Effect.OfferEnded ended && ended.withdraw()) {
      lanes.run(ended.offer().contact().id(), () -> withdraw(ended.offer()));
    } else if (effect instanceof Effect.OutsideRung rung) {
      lanes.run(rung.outside().contact().id(), () -> ring(rung.outside()));
    } else if (effect instanceof Effect.OutsideEnded ended) {
      lanes.run(
          ended.outside().contact().id(),
          () -> port(ended.outside().contact()).ifPresent(port -> port.withdraw(ended.outside())));
    }
  }

  private Optional<OfferPort> port(Contact contact) {
    return Optional.ofNullable(ports.get(contact.channel()));
  }

  private void ring(Outside outside) {
    try {
      port(outside.contact())
          .ifPresentOrElse(port -> port.ring(outside), () -> unanswered(outside.id()));
    } catch (RuntimeException e) {
      unanswered(outside.id());
      throw e;
    }
  }

  private void ring(Offer offer) {
    OfferPort port = ports.get(offer.contact().channel());
    if (port == null) {
      return;
    }
    try {
      port.ring(offer);
    } catch (RuntimeException e) {
      unanswered(offer.id());
      throw e;
    }
  }

  private void withdraw(Offer offer) {
    OfferPort port = ports.get(offer.contact().channel());
    if (port != null) {
      port.withdraw(offer);
    }
  }

  @Override
  public void close() {
    ticks.cancel(false);
    ticker.shutdown();
  }
}
