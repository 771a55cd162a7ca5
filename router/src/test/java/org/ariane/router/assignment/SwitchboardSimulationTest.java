package org.ariane.router.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.contact.Contact;
import org.ariane.router.contact.ContactChannel;
import org.ariane.router.contact.ContactId;
import org.ariane.router.contact.Danger;
import org.ariane.router.contact.People;
import org.ariane.router.presence.DeskPresence;
import org.ariane.router.presence.PhoneState;
import org.ariane.router.presence.Seat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Thousands of random events, and after each what must always hold.
class SwitchboardSimulationTest {
  private static final int STEPS = 8_000;
  private static final List<Danger> DANGERS = List.of(Danger.values());
  private static final List<ServiceId> DESKS = List.of(People.HOTLINE, People.CRETEIL);

  private final Bench bench = new Bench();
  private final Map<ContactId, Contact> inside = new HashMap<>();
  private final List<PrincipalId> operators = new ArrayList<>();
  private int contacts;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void nobodyIsLostAndNobodyIsOfferedTwice(long seed) {
    Random random = new Random(seed);
    for (int i = 1; i <= 6; i++) {
      Language language = i % 2 == 0 ? Language.FR : Language.AR;
      operators.add(bench.operator(People.operator(i, DESKS.get(i % 2), language)));
    }
    for (int i = 0; i < STEPS; i++) {
      step(random);
      check();
      bench.effects.clear();
    }
    everybodyIsServedWhenOperatorsComeToWork();
  }

  private void step(Random random) {
    switch (random.nextInt(12)) {
      case 0, 1 -> arrive(random);
      case 2 -> any(random).ifPresent(entry -> revise(random, entry));
      case 3 -> any(random).ifPresent(entry -> leave(random, entry));
      case 4, 5 -> offer(random, true);
      case 6 -> offer(random, false);
      case 7 -> any(random).ifPresent(entry -> part(random, entry));
      case 8 -> device(random);
      case 9 -> any(random).ifPresent(entry -> handOver(random, entry));
      case 10 -> any(random).ifPresent(this::ringEnded);
      default -> bench.pass(1 + random.nextInt(12));
    }
  }

  private java.util.Optional<Entry> any(Random random) {
    List<Entry> all = List.copyOf(bench.core.board().entries());
    return all.isEmpty()
        ? java.util.Optional.empty()
        : java.util.Optional.of(all.get(random.nextInt(all.size())));
  }

  private void arrive(Random random) {
    if (inside.size() > 40) {
      return;
    }
    ContactChannel channel = random.nextBoolean() ? ContactChannel.CALL : ContactChannel.CHAT;
    Contact contact = People.contact(++contacts, channel, bench.now);
    inside.put(contact.id(), contact);
    bench.enter(random.nextInt(5) == 0 ? People.silent(contact) : contact);
  }

  private void revise(Random random, Entry entry) {
    Danger danger = DANGERS.get(random.nextInt(DANGERS.size()));
    bench.enter(entry.contact().withDanger(danger, java.util.Optional.empty()));
  }

  private void leave(Random random, Entry entry) {
    if (random.nextInt(3) == 0) {
      inside.remove(entry.id());
      bench.apply(new Event.Left(entry.id()));
    }
  }

  private void offer(Random random, boolean accept) {
    List<Offer> offers =
        bench.core.board().entries().stream()
            .flatMap(entry -> bench.offerOf(entry.id()).stream())
            .toList();
    if (offers.isEmpty()) {
      return;
    }
    Offer offer = offers.get(random.nextInt(offers.size()));
    bench.apply(
        accept
            ? new Event.Accepted(offer.id())
            : new Event.Refused(offer.id(), OfferOutcome.DECLINED, true));
  }

  private void part(Random random, Entry entry) {
    if (entry.phase() instanceof Phase.Talking talking) {
      boolean again = random.nextBoolean();
      if (!again) {
        inside.remove(entry.id());
      }
      bench.apply(new Event.Parted(entry.id(), talking.operator(), again));
    }
  }

  private void device(Random random) {
    PrincipalId operator = operators.get(random.nextInt(operators.size()));
    bench.apply(
        switch (random.nextInt(8)) {
          case 0 -> new Event.PhoneChanged(operator, PhoneState.UNREACHABLE);
          case 1 -> new Event.PhoneChanged(operator, PhoneState.IN_USE);
          case 2, 3 -> new Event.PhoneChanged(operator, PhoneState.IDLE);
          case 4 -> new Event.DeskLost(operator);
          case 5 -> new Event.DeskOpened(operator);
          case 6 -> new Event.Wished(operator, DeskPresence.Wish.AVAILABLE);
          default -> new Event.Ready(operator);
        });
  }

  private void handOver(Random random, Entry entry) {
    if (entry.contact().channel() == ContactChannel.CHAT
        && entry.phase() instanceof Phase.Talking talking) {
      ServiceId to = DESKS.get(random.nextInt(2));
      bench.apply(new Event.HandoverAsked(entry.id(), talking.operator(), to));
    }
  }

  private void ringEnded(Entry entry) {
    bench.apply(new Event.RingEnded(entry.id(), false));
  }

  private void check() {
    Board board = bench.core.board();
    assertThat(board.entries().stream().map(Entry::id))
        .as("no contact is lost, none is left over")
        .containsExactlyInAnyOrderElementsOf(inside.keySet());
    Set<PrincipalId> reserved = new HashSet<>();
    Map<ContactId, PrincipalId> talks = new HashMap<>();
    int offers = 0;
    for (Entry entry : board.entries()) {
      var offer = bench.offerOf(entry.id());
      if (offer.isPresent()) {
        offers++;
        assertThat(reserved.add(offer.get().operator())).as("one offer an operator").isTrue();
        assertThat(board.seat(offer.get().operator()).orElseThrow().reserved()).isTrue();
      }
      entry.operator().ifPresent(operator -> talks.put(entry.id(), operator));
    }
    assertThat(board.standingOffers()).isEqualTo(offers);
    for (Seat seat : board.seats()) {
      assertThat(seat.reserved()).isEqualTo(reserved.contains(seat.operator()));
      assertThat(seat.chats().size()).isLessThanOrEqualTo(3);
      assertThat(seat.call().isPresent() && !seat.chats().isEmpty()).isFalse();
      seat.chats().forEach(id -> assertThat(talks.remove(id)).isEqualTo(seat.operator()));
      seat.call().ifPresent(id -> assertThat(talks.remove(id)).isEqualTo(seat.operator()));
    }
    assertThat(talks).as("who talks is with exactly one operator").isEmpty();
    nobodyWaitsWhileSomebodyIsFree(board);
  }

  private static void nobodyWaitsWhileSomebodyIsFree(Board board) {
    for (Entry entry : board.queue()) {
      for (Seat seat : board.seats()) {
        boolean could =
            entry.desks().contains(seat.desk())
                && board.free(seat, entry.contact().channel())
                && !Refusals.hold(entry, seat, board);
        assertThat(could).as("%s waits while %s is free", entry.id(), seat.operator()).isFalse();
      }
    }
  }

  private void everybodyIsServedWhenOperatorsComeToWork() {
    Set<ContactId> left = new HashSet<>(inside.keySet());
    for (int round = 0; round < 2_000 && !left.isEmpty(); round++) {
      for (PrincipalId operator : operators) {
        bench.apply(new Event.PhoneChanged(operator, PhoneState.IDLE));
        bench.apply(new Event.DeskOpened(operator));
        bench.apply(new Event.Wished(operator, DeskPresence.Wish.AVAILABLE));
        bench.apply(new Event.Ready(operator));
      }
      for (Entry entry : List.copyOf(bench.core.board().entries())) {
        if (entry.phase() instanceof Phase.Talking talking) {
          left.remove(entry.id());
          bench.apply(new Event.Parted(entry.id(), talking.operator(), false));
        } else if (entry.phase() instanceof Phase.Ringing) {
          bench.apply(new Event.RingEnded(entry.id(), false));
        } else {
          bench.offerOf(entry.id()).ifPresent(offer -> bench.apply(new Event.Accepted(offer.id())));
        }
      }
      bench.pass(1);
    }
    assertThat(left).as("everybody gets a human when someone is there").isEmpty();
  }
}
