package org.ariane.router.assignment;

import static org.ariane.router.contact.People.CRETEIL;
import static org.ariane.router.contact.People.HOTLINE;
import static org.ariane.router.contact.People.call;
import static org.ariane.router.contact.People.chat;
import static org.ariane.router.contact.People.id;
import static org.ariane.router.contact.People.operator;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.ariane.directory.service.Language;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.contact.Contact;
import org.ariane.router.contact.Danger;
import org.ariane.router.contact.People;
import org.ariane.router.presence.DeskPresence;
import org.ariane.router.presence.PhoneState;
import org.ariane.router.presence.Presence;
import org.ariane.router.presence.Seat;
import org.junit.jupiter.api.Test;

class SwitchboardCoreTest {
  private final Bench bench = new Bench();

  private PrincipalId phone(int number, Language... languages) {
    return bench.phoneOperator(operator(number, HOTLINE, languages));
  }

  private PrincipalId desk(int number, Language... languages) {
    return bench.deskOperator(operator(number, HOTLINE, languages));
  }

  private void enterCall(int number) {
    bench.enter(call(number, bench.now));
  }

  private Seat seat(PrincipalId id) {
    return bench.core.board().seat(id).orElseThrow();
  }

  @Test
  void callIsOfferedToAnIdleTelephoneWithoutAnyDesk() {
    PrincipalId operator = phone(1, Language.FR);
    enterCall(1);
    assertThat(bench.offered(id(1))).isEqualTo(operator);
    assertThat(seat(operator).presence(3, bench.now)).isEqualTo(Presence.RESERVED);
    bench.accept(id(1));
    assertThat(bench.turn(id(1))).isInstanceOf(Turn.Joined.class);
    assertThat(seat(operator).presence(3, bench.now)).isEqualTo(Presence.BUSY);
  }

  @Test
  void longestIdleIsAskedFirst() {
    PrincipalId first = phone(2, Language.FR);
    bench.pass(5);
    PrincipalId second = phone(1, Language.FR);
    enterCall(1);
    assertThat(bench.offered(id(1))).isEqualTo(first);
    enterCall(2);
    assertThat(bench.offered(id(2))).isEqualTo(second);
  }

  @Test
  void whoSpeaksHerLanguageComesBeforeWhoIsIdleLonger() {
    PrincipalId french = phone(1, Language.FR);
    bench.pass(100);
    PrincipalId arabic = phone(2, Language.FR, Language.AR);
    bench.enter(People.speaking(call(1, bench.now), Language.AR));
    assertThat(bench.offered(id(1))).isEqualTo(arabic);
    assertThat(bench.all(Effect.Decided.class).getLast().decision().passedOver())
        .containsExactly(new Decision.PassedOver(french, "language"));
  }

  @Test
  void declinedOfferGoesToTheNextOperatorAndNotBackForAMinute() {
    PrincipalId first = phone(1, Language.FR);
    PrincipalId second = phone(2, Language.FR);
    enterCall(1);
    bench.decline(id(1));
    assertThat(bench.offered(id(1))).isEqualTo(second);
    bench.apply(new Event.PhoneChanged(second, PhoneState.IN_USE));
    bench.decline(id(1));
    assertThat(bench.turn(id(1))).isInstanceOf(Turn.Ring.class);
    assertThat(first).isNotEqualTo(second);
  }

  @Test
  void callDeclinedByTheOnlyOperatorGoesOnToTheNextStepAtOnce() {
    phone(1, Language.FR);
    enterCall(1);
    bench.decline(id(1));
    assertThat(bench.turn(id(1)))
        .isInstanceOfSatisfying(
            Turn.Ring.class, ring -> assertThat(ring.number()).isEqualTo(Bench.NEIGHBOUR));
  }

  @Test
  void chatDeclinedByTheOnlyOperatorIsOfferedToHerAgainAfterAShortWhile() {
    PrincipalId only = desk(1, Language.FR);
    bench.enter(chat(1, bench.now));
    bench.decline(id(1));
    assertThat(bench.offerOf(id(1))).isEmpty();
    bench.pass(5);
    assertThat(bench.offered(id(1))).isEqualTo(only);
  }

  @Test
  void unansweredOfferReturnsContactToHeadOfQueue() {
    PrincipalId first = phone(1, Language.FR);
    enterCall(1);
    bench.pass(1);
    enterCall(2);
    bench.pass(19);
    assertThat(bench.all(Effect.OfferEnded.class))
        .singleElement()
        .satisfies(ended -> {
          assertThat(ended.outcome()).isEqualTo(OfferOutcome.TIMEOUT);
          assertThat(ended.withdraw()).isTrue();
        });
    assertThat(bench.offered(id(2))).isEqualTo(first);
    assertThat(bench.turn(id(1))).isInstanceOf(Turn.Ring.class);
  }

  @Test
  void whoPickedUpInTimeMayHearTheAnnouncementToItsEnd() {
    PrincipalId operator = phone(1, Language.FR);
    enterCall(1);
    bench.pass(18);
    bench.apply(new Event.PhoneChanged(operator, PhoneState.IN_USE));
    bench.pass(10);
    bench.accept(id(1));
    assertThat(bench.talking(id(1), operator)).isTrue();
  }

  @Test
  void acceptanceAfterTheTimeIsUpChangesNothing() {
    phone(1, Language.FR);
    enterCall(1);
    Offer late = bench.offer(id(1));
    bench.pass(20);
    bench.apply(new Event.Accepted(late.id()));
    bench.apply(new Event.Refused(late.id(), OfferOutcome.DECLINED, true));
    assertThat(bench.turn(id(1))).isInstanceOf(Turn.Ring.class);
    assertThat(bench.all(Effect.Joined.class)).isEmpty();
  }

  @Test
  void dangerWithUnknownPlaceComesFirstThenAlertedThenSilentThenByArrival() {
    enterBusyOperator();
    enterCall(1);
    bench.enter(People.silent(call(2, bench.now)));
    bench.enter(call(3, bench.now).withDanger(Danger.ALERTED, Optional.empty()));
    bench.enter(call(4, bench.now).withDanger(Danger.PLACE_UNKNOWN, Optional.empty()));
    assertThat(Positions.of(bench.core.board().entries()))
        .containsEntry(id(4), 1)
        .containsEntry(id(3), 2)
        .containsEntry(id(2), 3)
        .containsEntry(id(1), 4);
  }

  private PrincipalId enterBusyOperator() {
    PrincipalId operator = phone(1, Language.FR);
    enterCall(99);
    bench.accept(id(99));
    return operator;
  }

  @Test
  void dangerSaidWhileWaitingJumpsTheQueue() {
    PrincipalId operator = enterBusyOperator();
    enterCall(1);
    bench.pass(1);
    Contact second = call(2, bench.now);
    bench.enter(second);
    bench.enter(second.withDanger(Danger.PLACE_UNKNOWN, Optional.empty()));
    bench.apply(new Event.Parted(id(99), operator, false));
    bench.apply(new Event.Ready(operator));
    assertThat(bench.offered(id(2))).isEqualTo(operator);
  }

  @Test
  void enteringAgainKeepsThePlaceAndTheDanger() {
    enterBusyOperator();
    Contact first = call(1, bench.now).withDanger(Danger.ALERTED, Optional.empty());
    bench.enter(first);
    bench.pass(30);
    bench.enter(call(1, bench.now));
    Contact kept = bench.core.board().entry(id(1)).orElseThrow().contact();
    assertThat(kept.arrivedAt()).isEqualTo(first.arrivedAt());
    assertThat(kept.danger()).isEqualTo(Danger.ALERTED);
  }

  @Test
  void contactEnteredAfterARestartStandsByItsFirstArrival() {
    assertThat(bench.turn(id(1))).isInstanceOf(Turn.Unknown.class);
    enterBusyOperator();
    enterCall(2);
    bench.enter(call(1, bench.now.minusSeconds(300)));
    assertThat(bench.turn(id(1))).isEqualTo(new Turn.Wait(1, Optional.empty()));
    assertThat(bench.turn(id(2))).isEqualTo(new Turn.Wait(2, Optional.empty()));
  }

  @Test
  void talkThatTheSwitchHoldsIsTakenOverAndItsOperatorIsOfferedNobody() {
    PrincipalId operator = phone(1, Language.FR);
    Contact talking = call(1, bench.now.minusSeconds(300));
    bench.apply(new Event.Resumed(talking, operator));
    bench.apply(new Event.PhoneChanged(operator, PhoneState.IDLE));
    enterCall(2);
    assertThat(bench.turn(id(1))).isInstanceOf(Turn.Joined.class);
    assertThat(bench.core.board().standingOffers()).isZero();
    bench.apply(new Event.Resumed(talking, operator));
    bench.apply(new Event.Parted(id(1), operator, false));
    assertThat(bench.turn(id(1))).isInstanceOf(Turn.Unknown.class);
  }

  @Test
  void stepWhoseTimeIsOverGivesWayToTheNextAndThePlanBeginsAgain() {
    enterBusyOperator();
    enterCall(1);
    bench.pass(59);
    assertThat(bench.turn(id(1))).isInstanceOf(Turn.Wait.class);
    bench.pass(1);
    bench.apply(new Event.RingEnded(id(1), false));
    assertThat(bench.turn(id(1)))
        .isInstanceOfSatisfying(
            Turn.Ring.class, ring -> assertThat(ring.number()).isEqualTo(Bench.LAST_RESORT));
    bench.apply(new Event.RingEnded(id(1), false));
    assertThat(bench.turn(id(1))).isInstanceOf(Turn.Wait.class);
  }

  @Test
  void callSkipsDesksWhereNobodyIsOnShift() {
    enterCall(1);
    assertThat(bench.turn(id(1))).isInstanceOf(Turn.Ring.class);
  }

  @Test
  void chatWaitsAtTheDesksEvenWhereNobodyIsOnShift() {
    bench.enter(chat(1, bench.now));
    bench.pass(600);
    assertThat(bench.turn(id(1))).isInstanceOf(Turn.Wait.class);
    PrincipalId operator = desk(1, Language.FR);
    assertThat(bench.offered(id(1))).isEqualTo(operator);
  }

  @Test
  void wrapUpKeepsTheNextContactAwayUntilItIsOverOrSheIsReady() {
    PrincipalId operator = enterBusyOperator();
    bench.apply(new Event.Parted(id(99), operator, false));
    assertThat(seat(operator).presence(3, bench.now)).isEqualTo(Presence.WRAP_UP);
    enterCall(1);
    bench.pass(9);
    assertThat(bench.offerOf(id(1))).isEmpty();
    bench.pass(1);
    assertThat(bench.offered(id(1))).isEqualTo(operator);
  }

  @Test
  void operatorLostWhileReservedLosesTheOfferButIsNotHeldToHaveDeclined() {
    PrincipalId operator = phone(1, Language.FR);
    PrincipalId other = phone(2, Language.FR);
    enterCall(1);
    bench.apply(new Event.PhoneChanged(operator, PhoneState.UNREACHABLE));
    assertThat(bench.offered(id(1))).isEqualTo(other);
    assertThat(bench.all(Effect.OfferEnded.class).getFirst().outcome())
        .isEqualTo(OfferOutcome.LOST);
  }

  @Test
  void callWhoseOperatorWasLostComesBeforeThoseWhoWaitLonger() {
    PrincipalId operator = phone(1, Language.FR);
    enterCall(1);
    bench.accept(id(1));
    bench.enter(call(2, bench.now.minusSeconds(100)));
    bench.apply(new Event.Parted(id(1), operator, true));
    bench.apply(new Event.Ready(operator));
    assertThat(bench.offered(id(1))).isEqualTo(operator);
  }

  @Test
  void deskThatComesBackWithinItsGraceKeepsItsConversation() {
    PrincipalId operator = desk(1, Language.FR);
    bench.enter(chat(1, bench.now));
    bench.accept(id(1));
    bench.apply(new Event.DeskLost(operator));
    bench.pass(7);
    bench.apply(new Event.DeskOpened(operator));
    bench.pass(20);
    assertThat(bench.talking(id(1), operator)).isTrue();
  }

  @Test
  void deskGoneForLongGivesItsConversationBackToTheHeadOfTheQueue() {
    PrincipalId operator = desk(1, Language.FR);
    bench.enter(chat(1, bench.now));
    bench.accept(id(1));
    PrincipalId other = desk(2, Language.FR);
    bench.apply(new Event.DeskLost(operator));
    bench.pass(8);
    assertThat(bench.all(Effect.Interrupted.class)).hasSize(1);
    assertThat(bench.offered(id(1))).isEqualTo(other);
  }

  @Test
  void operatorTakesThreeChatsOrOneCall() {
    PrincipalId operator = desk(1, Language.FR);
    bench.apply(new Event.PhoneChanged(operator, PhoneState.IDLE));
    for (int i = 1; i <= 3; i++) {
      bench.enter(chat(i, bench.now));
      bench.accept(id(i));
    }
    bench.enter(chat(4, bench.now));
    enterCall(5);
    assertThat(bench.offerOf(id(4))).isEmpty();
    assertThat(bench.offerOf(id(5))).isEmpty();
  }

  @Test
  void pausedOperatorIsOfferedNothingUntilHerDeskIsGone() {
    PrincipalId operator = phone(1, Language.FR);
    bench.apply(new Event.DeskOpened(operator));
    bench.apply(new Event.Wished(operator, DeskPresence.Wish.OFFLINE));
    enterCall(1);
    assertThat(bench.turn(id(1))).isInstanceOf(Turn.Ring.class);
    bench.apply(new Event.DeskLost(operator));
    bench.pass(10);
    enterCall(2);
    assertThat(bench.offered(id(2))).isEqualTo(operator);
  }

  @Test
  void transferNeverLeavesTheFirstOperatorWhereNobodyTakesIt() {
    PrincipalId first = desk(1, Language.FR);
    bench.enter(chat(1, bench.now));
    bench.accept(id(1));
    bench.apply(new Event.HandoverAsked(id(1), first, CRETEIL));
    PrincipalId other = bench.deskOperator(operator(2, CRETEIL, Language.FR));
    bench.apply(new Event.HandoverAsked(id(1), first, CRETEIL));
    assertThat(bench.offered(id(1))).isEqualTo(other);
    bench.decline(id(1));
    assertThat(bench.all(Effect.HandoverFailed.class))
        .extracting(Effect.HandoverFailed::cause)
        .containsExactly("nobody", "declined");
    bench.apply(new Event.HandoverAsked(id(1), first, CRETEIL));
    bench.pass(30);
    assertThat(bench.all(Effect.HandoverFailed.class).getLast().cause()).isEqualTo("timeout");
    assertThat(bench.talking(id(1), first)).isTrue();
  }

  @Test
  void acceptedTransferMovesTheContactAndFreesTheFirstOperator() {
    PrincipalId first = desk(1, Language.FR);
    bench.enter(chat(1, bench.now));
    bench.accept(id(1));
    PrincipalId other = bench.deskOperator(operator(2, CRETEIL, Language.FR));
    bench.apply(new Event.HandoverAsked(id(1), first, CRETEIL));
    bench.accept(id(1));
    assertThat(bench.talking(id(1), other)).isTrue();
    assertThat(seat(first).chats()).isEmpty();
    assertThat(bench.all(Effect.HandedOver.class)).hasSize(1);
  }

  @Test
  void contactThatLeavesTakesItsOfferAway() {
    PrincipalId operator = phone(1, Language.FR);
    enterCall(1);
    bench.apply(new Event.Left(id(1)));
    assertThat(bench.all(Effect.OfferEnded.class).getLast().outcome()).isEqualTo(OfferOutcome.LEFT);
    assertThat(seat(operator).reserved()).isFalse();
    assertThat(bench.turn(id(1))).isInstanceOf(Turn.Unknown.class);
  }

  @Test
  void telephoneThatLetsOffersRingOutIsAskedLastUntilSomebodyReactsThere() {
    PrincipalId silent = phone(1, Language.FR);
    for (int i = 1; i <= 2; i++) {
      enterCall(i);
      assertThat(bench.offered(id(i))).isEqualTo(silent);
      bench.apply(new Event.Refused(bench.offer(id(i)).id(), OfferOutcome.UNANSWERED, true));
      bench.apply(new Event.Left(id(i)));
    }
    bench.pass(30);
    PrincipalId dutch = phone(2, Language.NL);
    enterCall(3);
    assertThat(bench.offered(id(3))).as("idle for less, of another language").isEqualTo(dutch);
    enterCall(4);
    assertThat(bench.offered(id(4))).as("nobody else is left").isEqualTo(silent);
    bench.decline(id(4));
    bench.apply(new Event.Left(id(4)));
    bench.decline(id(3));
    bench.apply(new Event.Left(id(3)));
    enterCall(5);
    assertThat(bench.offered(id(5))).isEqualTo(silent);
  }

  @Test
  void expectedWaitComesFromWhatTheDesksOfThatQueueServed() {
    PrincipalId operator = phone(1, Language.FR);
    for (int i = 1; i <= 5; i++) {
      enterCall(i);
      bench.accept(id(i));
      bench.pass(300);
      bench.apply(new Event.Parted(id(i), operator, false));
      bench.apply(new Event.Ready(operator));
      if (i == 4) {
        enterCall(90);
        bench.decline(id(90));
        assertThat(expected(90)).isEmpty();
        bench.apply(new Event.Left(id(90)));
        bench.pass(60);
      }
    }
    enterCall(6);
    bench.accept(id(6));
    enterCall(7);
    Duration five = expected(7).orElseThrow();
    assertThat(five).isGreaterThan(Duration.ofMinutes(5)).isLessThan(Duration.ofMinutes(15));
    bench.now = bench.now.plusSeconds(600);
    assertThat(expected(7).orElseThrow()).as("a talk that goes on counts").isGreaterThan(five);
    bench.enter(chat(8, bench.now));
    assertThat(expected(8)).as("calls say nothing about chats").isEmpty();
  }

  private Optional<Duration> expected(int number) {
    Entry entry = bench.core.board().entry(id(number)).orElseThrow();
    int place = Positions.of(bench.core.board().entries()).getOrDefault(id(number), 1);
    return bench.core.board().expected(entry, place, bench.now);
  }
}
