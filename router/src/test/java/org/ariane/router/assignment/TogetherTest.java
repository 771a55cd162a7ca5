package org.ariane.router.assignment;

import static org.ariane.router.contact.People.CRETEIL;
import static org.ariane.router.contact.People.HOTLINE;
import static org.ariane.router.contact.People.call;
import static org.ariane.router.contact.People.id;
import static org.ariane.router.contact.People.operator;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.service.Language;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.contact.Danger;
import org.ariane.router.contact.People;
import org.ariane.router.plan.Step;
import org.ariane.router.presence.PhoneState;
import org.ariane.router.presence.Presence;
import org.junit.jupiter.api.Test;

/// Several are asked at once; one takes her.
class TogetherTest {
  private static final Step.Ring SERVICE =
      new Step.Ring(
          CRETEIL, Bench.NEIGHBOUR, Duration.ofSeconds(30), List.of(Language.FR), List.of());

  private final Bench bench = new Bench();

  private PrincipalId phone(int number) {
    return bench.phoneOperator(operator(number, HOTLINE, Language.FR));
  }

  private void atOnce() {
    bench.first =
        List.of(
            new Step.Together(
                List.of(HOTLINE), List.of(SERVICE), Duration.ofSeconds(45), true, List.of()));
    bench.enter(call(1, bench.now));
  }

  private Phase.Asked round() {
    return (Phase.Asked) bench.core.board().entry(id(1)).orElseThrow().phase();
  }

  private OfferId outside() {
    return round().outside().keySet().iterator().next();
  }

  private Offer offerTo(PrincipalId operator) {
    return round().offer(operator).orElseThrow();
  }

  private Presence presence(PrincipalId operator) {
    return bench.core.board().presence(bench.core.board().seat(operator).orElseThrow());
  }

  @Test
  void everybodyRingsAndOneWinsWithoutTheOthersBeingCharged() {
    PrincipalId first = phone(1);
    PrincipalId second = phone(2);
    atOnce();
    assertThat(round().offers().values()).extracting(Offer::operator).contains(first, second);
    assertThat(round().offers().values()).extracting(Offer::round).containsOnly(round().id());
    assertThat(bench.all(Effect.OutsideRung.class))
        .singleElement()
        .satisfies(rung -> assertThat(rung.outside().round()).isEqualTo(round().id()));
    assertThat(bench.turn(id(1))).isEqualTo(new Turn.Wait(1, Optional.empty()));

    bench.apply(new Event.Accepted(offerTo(second).id()));
    assertThat(bench.talking(id(1), second)).isTrue();
    assertThat(bench.all(Effect.OfferEnded.class))
        .filteredOn(ended -> ended.offer().operator().equals(first))
        .singleElement()
        .satisfies(ended -> {
          assertThat(ended.outcome()).isEqualTo(OfferOutcome.ELSEWHERE);
          assertThat(ended.withdraw()).isTrue();
        });
    assertThat(bench.all(Effect.OutsideEnded.class)).hasSize(1);
    assertThat(presence(first)).isEqualTo(Presence.AVAILABLE);
    assertThat(bench.core.board().standingOffers()).isZero();
    // Not held to have refused: the next one is offered to her at once.
    bench.first = List.of();
    bench.enter(call(2, bench.now));
    assertThat(bench.offered(id(2))).isEqualTo(first);
  }

  @Test
  void serviceThatPressesTheKeyHasHerAndOperatorsAreFree() {
    PrincipalId first = phone(1);
    atOnce();
    OfferId outside = outside();
    bench.apply(new Event.Accepted(outside));
    assertThat(bench.turn(id(1))).isInstanceOf(Turn.Unknown.class);
    assertThat(presence(first)).isEqualTo(Presence.AVAILABLE);
    bench.apply(new Event.Accepted(outside));
    assertThat(bench.core.board().standingOffers()).isZero();
  }

  @Test
  void whoBecomesFreeIsAskedToo() {
    atOnce();
    PrincipalId late = phone(3);
    assertThat(offerTo(late).round()).isEqualTo(round().id());
    bench.pass(1);
    assertThat(round().offers()).as("one offer at a time").hasSize(1);
  }

  @Test
  void planGoesOnWhenAllHaveLetHerPassOrTheTimeIsUp() {
    PrincipalId first = phone(1);
    atOnce();
    bench.apply(new Event.Refused(outside(), OfferOutcome.UNANSWERED, true));
    assertThat(round().offers()).hasSize(1);
    bench.apply(new Event.Refused(offerTo(first).id(), OfferOutcome.DECLINED, true));
    assertThat(bench.turn(id(1))).isInstanceOf(Turn.Ring.class);

    Bench other = new Bench();
    other.first = List.of(SERVICE);
    other.phoneOperator(operator(1, HOTLINE, Language.FR));
    other.enter(call(1, other.now));
    assertThat(other.turn(id(1))).as("a machine may answer there").isInstanceOf(Turn.Wait.class);
    other.pass(30);
    assertThat(other.all(Effect.OutsideEnded.class)).hasSize(1);
    assertThat(other.offered(id(1))).isEqualTo(new PrincipalId("operator-1"));
  }

  @Test
  void lostTelephoneLeavesTheRoundAndTheOthersRingOn() {
    PrincipalId first = phone(1);
    PrincipalId second = phone(2);
    atOnce();
    bench.apply(new Event.PhoneChanged(first, PhoneState.UNREACHABLE));
    assertThat(round().offers().values()).extracting(Offer::operator).containsExactly(second);
  }

  @Test
  void callerWhoLeavesOrIsInMoreDangerEndsTheRound() {
    phone(1);
    atOnce();
    bench.first = List.of();
    bench.enter(call(1, bench.now).withDanger(Danger.PLACE_UNKNOWN, Optional.empty()));
    assertThat(bench.all(Effect.OutsideEnded.class)).hasSize(1);
    assertThat(bench.offer(id(1)).together()).isFalse();
    bench.apply(new Event.Left(id(1)));
    assertThat(bench.core.board().standingOffers()).isZero();

    bench.now = bench.now.plusSeconds(120);
    atOnce();
    bench.apply(new Event.Left(id(1)));
    assertThat(bench.core.board().standingOffers()).isZero();
    assertThat(bench.all(Effect.OutsideEnded.class)).hasSize(2);
    assertThat(People.id(1)).isEqualTo(id(1));
  }
}
