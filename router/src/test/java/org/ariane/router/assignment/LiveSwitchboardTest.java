package org.ariane.router.assignment;

import static org.ariane.router.contact.People.HOTLINE;
import static org.ariane.router.contact.People.call;
import static org.ariane.router.contact.People.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.policy.PolicyId;
import org.ariane.directory.service.Language;
import org.ariane.router.access.Principal;
import org.ariane.router.contact.ContactChannel;
import org.ariane.router.contact.People;
import org.ariane.router.plan.RoutingPlan;
import org.ariane.router.plan.Step;
import org.ariane.router.presence.PhoneState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The shell: effects on other threads, in order, and time that passes by itself.
class LiveSwitchboardTest {
  private static final Principal OPERATOR = People.operator(1, HOTLINE, Language.FR);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final List<RuntimeException> faults = new CopyOnWriteArrayList<>();
  private final AtomicInteger offers = new AtomicInteger();
  private final LiveSwitchboard switchboard =
      new LiveSwitchboard(
          SwitchboardSettings.STANDARD.withOffers(Duration.ofMillis(300), Duration.ofMillis(300)),
          (request, staffing, at) ->
              new RoutingPlan(
                  "test",
                  new PolicyId("test"),
                  "test",
                  List.of(
                      new Step.Offer(
                          List.of(HOTLINE), List.of(), Duration.ofMinutes(1), true, List.of()),
                      new Step.Fallback(new PhoneNumber("112"), Duration.ofSeconds(30), List.of())),
                  List.of()),
          who -> Optional.of(OPERATOR).filter(one -> one.id().equals(who)),
          () -> new OfferId("of-%026d".formatted(offers.incrementAndGet())),
          InstantSource.system(),
          threads,
          faults::add);

  @AfterEach
  void close() {
    switchboard.close();
    threads.shutdownNow();
  }

  private void port(Consumer<Offer> ring) {
    switchboard.attach(
        ContactChannel.CALL,
        new OfferPort() {
          @Override
          public void ring(Offer offer) {
            ring.accept(offer);
            told.add("ring");
          }

          @Override
          public void withdraw(Offer offer) {
            told.add("withdraw");
          }
        });
    switchboard.phone(OPERATOR.id(), PhoneState.IDLE);
    switchboard.enter(call(1, Instant.now()));
  }

  @Test
  void offerThatNobodyAnswersIsWithdrawnByTimeAloneAndAfterItRang() {
    port(offer -> {});
    await().until(() -> told.size() == 2);
    assertThat(told).containsExactly("ring", "withdraw");
    assertThat(switchboard.turn(id(1))).isInstanceOf(Turn.Ring.class);
  }

  @Test
  void channelThatFailsToRingCountsAsUnanswered() {
    port(offer -> {
      throw new IllegalStateException("no telephone switch");
    });
    await().until(() -> switchboard.turn(id(1)) instanceof Turn.Ring);
    assertThat(faults).hasSize(1);
    assertThat(switchboard.decisions(id(1)))
        .extracting(Decision::code)
        .contains("offered", "unanswered");
  }

  @Test
  void acceptedOfferJoinsAndPartingFreesTheOperator() {
    port(offer -> switchboard.accepted(offer.id()));
    await().until(() -> switchboard.turn(id(1)) instanceof Turn.Joined);
    switchboard.parted(id(1), OPERATOR.id(), false);
    assertThat(switchboard.turn(id(1))).isInstanceOf(Turn.Unknown.class);
    assertThat(switchboard.seat(OPERATOR.id()).orElseThrow().call()).isEmpty();
  }
}
