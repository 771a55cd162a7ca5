package org.ariane.ivr.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.assignment.Decision;
import org.ariane.router.contact.ContactChannel;
import org.ariane.router.contact.ContactId;
import org.ariane.router.desk.DeskNews;
import org.ariane.router.desk.PassedOn;
import org.ariane.router.desk.TransferState;
import org.ariane.router.transfer.Disclosure;
import org.ariane.router.transfer.TransferAnswer;
import org.ariane.router.transfer.TransferKind;
import org.ariane.router.transfer.TransferStep;
import org.ariane.router.transfer.TransferTarget;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A call goes on with somebody else, or comes back: she always hears something, and is never
/// without a human who has her.
@SuppressWarnings("NullAway.Init")
class TransferIT extends PhoneTest {
  static final PrincipalId FIRST = new PrincipalId("operator-1");
  static final PrincipalId SECOND = new PrincipalId("operator-2");
  private static final Duration SILENCE_AT_MOST = Duration.ofSeconds(3);

  private Ear ear;
  private Sipp operator;
  private Sipp caller;
  private ContactId contact;

  @BeforeEach
  void listen() {
    ear = new Ear();
  }

  @AfterEach
  void stopListening() {
    ear.close();
    asterisk().console("dialplan set global ARIANE_RING_FOR 25");
  }

  private void talking(Script operatorDoes) {
    register("operator-1", firstPhone);
    operator = phone(firstPhone, operatorDoes);
    caller = started(Sipp.call(asterisk().settings().sipPort(), "3919", toTheQueue(), ear));
    offers("accepted", 1);
    await().atMost(SOON).until(() -> house.switchboard.talks(ContactChannel.CALL).size() == 1);
    contact = house.switchboard.talks(ContactChannel.CALL).keySet().iterator().next();
  }

  private void ask(TransferKind kind, TransferTarget target) {
    assertThat(house.transfers.ask(contact, FIRST, kind, target, Set.of(Disclosure.PLACE)))
        .isInstanceOf(TransferAnswer.Begun.class);
  }

  private static TransferTarget shelter() {
    return new TransferTarget.ToService(House.SHELTER);
  }

  private void step(TransferStep step) {
    assertThat(house.transfers.step(contact, FIRST, step)).isEqualTo(new TransferAnswer.Told());
  }

  private List<DeskNews.CallTransfer> told() {
    return house.news.stream()
        .filter(DeskNews.CallTransfer.class::isInstance)
        .map(DeskNews.CallTransfer.class::cast)
        .toList();
  }

  private void becomes(TransferState state) {
    await()
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(() -> {
          assertThat(told()).isNotEmpty();
          assertThat(told().getLast().state()).isEqualTo(state);
        });
  }

  private int parties(String room) {
    return (int)
        asterisk()
            .console("confbridge list " + room)
            .lines()
            .filter(line -> line.startsWith("PJSIP/"))
            .count();
  }

  private void inRoom(int count) {
    await()
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(100))
        .untilAsserted(() -> assertThat(parties(contact.value())).isEqualTo(count));
  }

  private List<String> history() {
    return house.switchboard.decisions(contact).stream().map(Decision::code).toList();
  }

  private double transfers(TransferKind kind, String outcome) {
    return house.counted("ariane.call.transfers", "kind", kind.wireName(), "outcome", outcome);
  }

  @Test
  void warmTransferConsultsJoinsAndLeaves() {
    talking(presses("1"));
    Sipp target = phone(trunkPort(), presses("1").after(Duration.ofSeconds(13)).hangsUp());
    long held = System.nanoTime();
    ask(TransferKind.WARM, shelter());
    becomes(TransferState.CONSULTING);
    await().atMost(SOON).until(() -> parties(contact + "-k") == 2);
    assertThat(parties(contact.value())).isZero();
    assertThat(house.transfers.step(contact, SECOND, TransferStep.JOIN))
        .isEqualTo(new TransferAnswer.NotYours());

    step(TransferStep.JOIN);
    becomes(TransferState.JOINED);
    assertThat(ear.longestSilence(held)).isLessThan(SILENCE_AT_MOST);
    inRoom(3);
    step(TransferStep.LEAVE);
    becomes(TransferState.ACCEPTED);
    endsWell(operator);
    inRoom(2);
    assertThat(caller.talks()).isTrue();
    assertThat(house.switchboard.talksTo(contact)).isEmpty();

    endsWell(target);
    endsWell(caller);
    assertThat(target.messages())
        .contains("INVITE sip:" + House.SHELTER_NUMBER.dialled() + "@")
        .doesNotContain("33612345678");
    assertThat(history())
        .containsSubsequence("transfer-asked", "transfer-taken", "transfer-joined", "transferred");
    assertThat(transfers(TransferKind.WARM, "done")).isEqualTo(1);
    assertThat(house.counted("ariane.call.rescues")).isZero();
  }

  @Test
  void whateverFailsComesBackToTheOperatorWithAReason() {
    talking(presses("1"));
    long begun = System.nanoTime();
    fails("busy", Sipp.refusing(trunkPort(), 1, "486 Busy Here"));
    fails("declined", Sipp.refusing(trunkPort(), 1, "603 Decline"));
    fails("unreachable", Sipp.refusing(trunkPort(), 1, "503 Service Unavailable"));
    fails("declined", Sipp.phone(trunkPort(), presses("2")));
    asterisk().console("dialplan set global ARIANE_RING_FOR 3");
    fails("no-answer", Sipp.ringing(trunkPort()));
    fails("silent", Sipp.phone(trunkPort(), Script.phone()));
    assertThat(ear.packets()).isGreaterThan(500);
    assertThat(caller.talks() && operator.talks()).isTrue();
    assertThat(house.switchboard.talksTo(contact)).contains(FIRST);
    assertThat(history()).containsSubsequence("transfer-asked", "transfer-returned");
    assertThat(transfers(TransferKind.WARM, "declined")).isEqualTo(2);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMinutes(2));
    asterisk().console("channel request hangup all");
    endsWell(caller);
  }

  private void fails(String cause, Sipp target) {
    started(target);
    int before = told().size();
    long held = System.nanoTime();
    ask(TransferKind.WARM, shelter());
    await()
        .atMost(Duration.ofSeconds(40))
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(() -> {
          assertThat(told().size()).isGreaterThan(before + 1);
          assertThat(told().getLast().cause()).contains(cause);
        });
    long back = System.nanoTime();
    assertThat(asterisk().console("core show channels concise"))
        .as("spoken to the operator")
        .contains("Playback!ariane/transfer-" + cause);
    if (ear.packets() > 0) {
      assertThat(ear.longestSilence(held)).as(cause).isLessThan(SILENCE_AT_MOST);
    }
    inRoom(2);
    assertThat(Duration.ofNanos(System.nanoTime() - back)).isLessThan(Duration.ofSeconds(8));
    await().atMost(SOON).until(() -> !target.talks());
  }

  /// Also by the keys of any telephone, and with nobody at the server.
  @Test
  void serverThatDiesDuringAConsultationStopsNobody() {
    talking(
        presses("1")
            .after(Duration.ofSeconds(12))
            .keys("*3")
            .after(Duration.ofSeconds(4))
            .keys("*4"));
    Sipp target = phone(trunkPort(), presses("1").after(Duration.ofSeconds(20)).hangsUp());
    long held = System.nanoTime();
    ask(TransferKind.WARM, shelter());
    becomes(TransferState.CONSULTING);
    house.voice().close();

    await().atMost(SOON).until(() -> parties(contact.value()) == 3);
    assertThat(ear.longestSilence(held)).isLessThan(SILENCE_AT_MOST);
    endsWell(operator);
    inRoom(2);
    endsWell(target);
    endsWell(caller);
  }

  @Test
  void operatorWhoIsLostWhileItRingsBringsHerToTheNextOne() {
    talking(presses("1"));
    Sipp target = started(Sipp.ringing(trunkPort()));
    long held = System.nanoTime();
    ask(TransferKind.WARM, shelter());
    await().atMost(SOON).until(() -> target.messages().contains("180 Ringing"));
    register("operator-2", secondPhone);
    Sipp second = phone(secondPhone, presses("1").after(Duration.ofSeconds(2)).hangsUp());
    asterisk().lose("operator-1");

    endsWell(second);
    assertThat(ear.longestSilence(held)).isLessThan(Duration.ofSeconds(5));
    endsWell(caller);
    assertThat(history()).containsSubsequence("transfer-returned", "offered", "taken");
  }

  /// All that a server needs to go on with a talk is on the channels: it is passed on by a second
  /// server, what comes of consultations by a third and a fourth.
  @Test
  void serverThatFindsATalkPassesItOnAndGoesOnWithAConsultation() {
    talking(presses("1"));
    register("operator-2", secondPhone);
    freshServer(FIRST);
    Sipp colleague = phone(secondPhone, presses("1"));
    ask(TransferKind.BLIND, new TransferTarget.ToOperator(SECOND));
    becomes(TransferState.ACCEPTED);
    endsWell(operator);
    assertThat(house.passedOn).containsEntry(contact, new PassedOn(true, false));

    freshServer(SECOND);
    assertThat(house.passedOn).containsEntry(contact, new PassedOn(true, false));
    Sipp target = phone(trunkPort(), presses("1"));
    assertThat(house.transfers.ask(contact, SECOND, TransferKind.WARM, shelter(), Set.of()))
        .isInstanceOf(TransferAnswer.Begun.class);
    becomes(TransferState.CONSULTING);
    freshServer(SECOND);
    await().atMost(SOON).until(() -> house.transfers.standing(contact, SECOND).isPresent());
    becomes(TransferState.CONSULTING);
    assertThat(told().getLast().to()).isEqualTo(House.SHELTER.value());
    stepOfSecond(TransferStep.JOIN);
    becomes(TransferState.JOINED);
    inRoom(3);
    stepOfSecond(TransferStep.BACK);
    becomes(TransferState.RETURNED);
    endsWell(target);
    inRoom(2);

    Sipp another = phone(trunkPort(), presses("1").after(Duration.ofSeconds(20)).hangsUp());
    assertThat(house.transfers.ask(contact, SECOND, TransferKind.WARM, shelter(), Set.of()))
        .isInstanceOf(TransferAnswer.Begun.class);
    becomes(TransferState.CONSULTING);
    freshServer(SECOND);
    becomes(TransferState.CONSULTING);
    stepOfSecond(TransferStep.LEAVE);
    becomes(TransferState.ACCEPTED);
    endsWell(colleague);
    assertThat(caller.talks()).isTrue();
    assertThat(house.switchboard.talksTo(contact)).isEmpty();

    endsWell(another);
    endsWell(caller);
    assertThat(house.counted("ariane.call.rescues")).isZero();
  }

  private void stepOfSecond(TransferStep step) {
    assertThat(house.transfers.step(contact, SECOND, step)).isEqualTo(new TransferAnswer.Told());
  }

  private void freshServer(PrincipalId talks) {
    house.close();
    house = new House(asterisk().settings());
    await()
        .atMost(SOON)
        .until(() -> house.switchboard.talksTo(contact).filter(talks::equals).isPresent());
  }

  /// She called while no server was there, and the dialplan brought her an operator. The server
  /// that comes gives her an id, and the talk is as any other: lost, she is first; passed on, she
  /// goes.
  @Test
  void rescuedTalkIsFoundPassedOnAndBroughtBack() {
    register("operator-1", firstPhone);
    house.voice().close();
    operator = phone(firstPhone, presses("1"));
    caller = call(Script.caller());
    await()
        .atMost(SOON)
        .until(() -> asterisk().console("bridge show all").contains("simple_bridge"));
    house.close();
    house = new House(asterisk().settings());
    await().atMost(SOON).until(() -> house.switchboard.talks(ContactChannel.CALL).size() == 1);
    contact = house.switchboard.talks(ContactChannel.CALL).keySet().iterator().next();
    assertThat(house.switchboard.talksTo(contact)).contains(FIRST);

    fails("declined", Sipp.refusing(trunkPort(), 1, "603 Decline"));
    Sipp second = phone(secondPhone, presses("1"));
    asterisk().lose("operator-1");
    comes("operator-2", secondPhone);
    await()
        .atMost(SOON)
        .until(() -> house.switchboard.talksTo(contact).filter(SECOND::equals).isPresent());
    Sipp target = phone(trunkPort(), presses("1").after(Duration.ofSeconds(3)).hangsUp());
    assertThat(house.transfers.ask(contact, SECOND, TransferKind.BLIND, shelter(), Set.of()))
        .isInstanceOf(TransferAnswer.Begun.class);
    becomes(TransferState.ACCEPTED);
    endsWell(second);
    endsWell(target);
    endsWell(caller);
  }

  @Test
  void colleagueTakesABlindTransferAndThenAnInterpreterJoins() {
    talking(presses("1"));
    register("operator-2", secondPhone);
    Sipp colleague = phone(secondPhone, presses("1"));
    long held = System.nanoTime();
    ask(TransferKind.BLIND, new TransferTarget.ToOperator(SECOND));
    becomes(TransferState.ACCEPTED);
    endsWell(operator);
    inRoom(2);
    assertThat(ear.longestSilence(held)).isLessThan(SILENCE_AT_MOST);
    assertThat(house.switchboard.talksTo(contact)).contains(SECOND);
    assertThat(transfers(TransferKind.BLIND, "done")).isEqualTo(1);

    Sipp interpreter = phone(trunkPort(), presses("1").after(Duration.ofSeconds(6)).hangsUp());
    assertThat(
            house.transfers.ask(
                contact,
                SECOND,
                TransferKind.CONFERENCE,
                new TransferTarget.ToService(House.INTERPRETER),
                Set.of()))
        .isInstanceOf(TransferAnswer.Begun.class);
    inRoom(3);
    endsWell(interpreter);
    inRoom(2);
    assertThat(caller.talks() && colleague.talks()).isTrue();
    asterisk().console("channel request hangup all");
    endsWell(colleague);
    endsWell(caller);
    assertThat(house.switchboard.talks(ContactChannel.CALL)).isEmpty();
  }
}
