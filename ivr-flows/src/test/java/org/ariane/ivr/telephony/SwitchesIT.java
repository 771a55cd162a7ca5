package org.ariane.ivr.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.CentreId;
import org.ariane.ivr.asterisk.AsteriskSettings;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.contact.ContactChannel;
import org.ariane.router.contact.ContactId;
import org.ariane.router.desk.PassedOn;
import org.ariane.router.desk.TransferState;
import org.ariane.router.dispatch.DutyOfficer;
import org.ariane.router.dispatch.DutyPhone;
import org.ariane.router.presence.Presence;
import org.ariane.router.priority.PriorityClass;
import org.ariane.router.transfer.SupervisionMode;
import org.ariane.router.transfer.TransferAnswer;
import org.ariane.router.transfer.TransferKind;
import org.ariane.router.transfer.TransferStep;
import org.ariane.router.transfer.TransferTarget;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Two switches behind one server: they lend each other their operators, and one dies alone.
@ExtendWith(NeedsTelephony.class)
class SwitchesIT {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration END = Duration.ofSeconds(60);
  private static final Map<ContactChannel, Integer> ONE_CALL = Map.of(ContactChannel.CALL, 1);

  private static final Duration LONG = Duration.ofSeconds(40);
  private static final CentreId CENTRE = new CentreId("fr-94-cic");
  private static final PhoneNumber OFFICER = new PhoneNumber("+33199000031");

  private final List<AsteriskSettings> settings = Asterisk.freshNeighbours();
  private final List<Sipp> telephones = new ArrayList<>();
  private final int firstPhone = Ports.udp();
  private final int secondPhone = Ports.udp();
  private Asterisk a;
  private Asterisk b;
  private House house;

  @BeforeEach
  void start() {
    a = Asterisk.start(settings.getFirst());
    b = Asterisk.start(settings.getLast());
    house = new House(settings, Map.of(CENTRE, new DutyOfficer(OFFICER, "2580461379")));
    await().atMost(SOON).until(() -> house.voice().health().amiConnected());
  }

  @AfterEach
  void stop() {
    telephones.forEach(Sipp::close);
    house.close();
    a.close();
    b.close();
  }

  @Test
  void operatorOfOneSwitchAnswersACallOfTheOther() {
    register(a, "operator-1", firstPhone);
    Sipp operator = phone(firstPhone, presses("1").speaks());
    Sipp caller = call(b, toTheQueue().after(Duration.ofSeconds(3)).speaks());
    offers("b", "accepted", 1);
    await().atMost(SOON).until(() -> house.switchboard.presence(id("operator-1")) == Presence.BUSY);
    await().during(Duration.ofSeconds(5)).until(caller::talks);
    register(b, "operator-2", secondPhone);
    Sipp second = phone(secondPhone, presses("1").after(Duration.ofSeconds(2)).hangsUp());
    a.lose("operator-1");

    endsWell(operator);
    endsWell(second);
    endsWell(caller);
    offers("b", "accepted", 2);
    for (String leg : List.of("operator", "caller")) {
      for (String direction : List.of("received", "sent")) {
        assertThat(packets(leg, direction)).as(leg + " " + direction).isGreaterThan(100);
      }
    }
    assertThat(house.counted("ariane.calls", "switch", "a")).isZero();
    strangerCannotPassForANeighbour();
  }

  /// Neither a telephone of the other switch nor a number is reached by the name of a neighbour.
  private void strangerCannotPassForANeighbour() {
    for (String number : List.of("operator-1", House.SERVICE.dialled(), "3919")) {
      Sipp stranger =
          Sipp.call(
              a.settings().sipPort(),
              number,
              Script.caller(),
              "<sip:switch-b@[local_ip]:[local_port]>");
      telephones.add(stranger);
      assertThat(stranger.endsWell(Duration.ofSeconds(5))).isFalse();
      assertThat(stranger.messages()).contains("401 Unauthorized").doesNotContain("200 OK");
    }
  }

  @Test
  void switchThatDiesLosesItsOwnCallsOnly() {
    register(a, "operator-1", firstPhone);
    Sipp lost = phone(firstPhone, presses("1").after(LONG));
    Sipp borrower = call(b, toTheQueue());
    offers("b", "accepted", 1);
    Sipp doomed = call(a, toTheQueue());
    await().atMost(SOON).until(() -> house.switchboard.counts().equals(ONE_CALL));
    Sipp second = phone(secondPhone, presses("2"));
    Sipp.register(b.settings().sipPort(), "operator-2", Asterisk.PASSWORD, secondPhone);
    endsWell(second);
    Sipp third = phone(secondPhone, presses("1").after(Duration.ofSeconds(2)).hangsUp());
    a.kill();
    long killed = System.nanoTime();

    // She talked with an operator of the dead switch: a living one comes.
    await().atMost(SOON).until(() -> third.messages().contains("INVITE"));
    assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(Duration.ofSeconds(6));
    assertThat(borrower.talks() && doomed.talks() && lost.talks()).isTrue();
    assertThat(house.voice().health().anyConnected()).isTrue();
    assertThat(house.voice().health().amiConnected()).isFalse();
    dutyOfficerIsRungByTheSwitchThatIsLeft();
    endsWell(third);
    endsWell(borrower);
    assertThat(house.switchboard.presence(id("operator-1"))).isEqualTo(Presence.OFFLINE);
    assertThat(house.switchboard.counts()).isEmpty();

    a = Asterisk.start(settings.getFirst());
    await().atMost(SOON).until(() -> house.voice().health().amiConnected());
    register(a, "operator-1", Ports.udp());
    await()
        .atMost(SOON)
        .until(() ->
            house.meters.get("ariane.calls.current").gauges().stream()
                .allMatch(gauge -> gauge.value() == 0));
  }

  /// Whoever helps her is at the other switch; what is said and pressed goes through both.
  @Test
  void talkIsListenedToAndPassedOnByTelephonesOfTheOtherSwitch() {
    register(a, "operator-1", firstPhone);
    Sipp operator = phone(firstPhone, presses("1"));
    Sipp caller = call(b, toTheQueue());
    offers("b", "accepted", 1);
    await().atMost(SOON).until(() -> house.switchboard.talks(ContactChannel.CALL).size() == 1);
    ContactId contact = house.switchboard.talks(ContactChannel.CALL).keySet().iterator().next();
    int supervisorsPhone = Ports.udp();
    Sipp.register(a.settings().sipPort(), "supervisor-1", Asterisk.PASSWORD, supervisorsPhone);
    await().atMost(SOON).until(() -> b.console("pjsip show contacts").contains("Avail"));
    Sipp supervisor = phone(supervisorsPhone, presses("1").after(Duration.ofSeconds(15)).hangsUp());
    assertThat(house.supervisions.ask(contact, House.supervisor(), SupervisionMode.LISTEN))
        .isEqualTo(new TransferAnswer.Told());
    await().atMost(SOON).until(() -> parties(contact) == 3);
    endsWell(supervisor);
    await().atMost(SOON).until(() -> parties(contact) == 2);

    register(a, "operator-2", secondPhone);
    Sipp colleague = phone(secondPhone, presses("1").after(Duration.ofSeconds(15)).hangsUp());
    assertThat(
            house.transfers.ask(
                contact,
                id("operator-1"),
                TransferKind.WARM,
                new TransferTarget.ToOperator(id("operator-2")),
                Set.of()))
        .isInstanceOf(TransferAnswer.Begun.class);
    becomes(contact, TransferState.CONSULTING);
    assertThat(house.transfers.step(contact, id("operator-1"), TransferStep.JOIN))
        .isEqualTo(new TransferAnswer.Told());
    becomes(contact, TransferState.JOINED);
    await().atMost(SOON).until(() -> parties(contact) == 3);
    assertThat(house.transfers.step(contact, id("operator-1"), TransferStep.LEAVE))
        .isEqualTo(new TransferAnswer.Told());
    endsWell(operator);
    await()
        .atMost(SOON)
        .until(
            () -> house.switchboard.talksTo(contact).filter(id("operator-2")::equals).isPresent());
    assertThat(caller.talks()).isTrue();
    assertThat(house.passedOn).containsEntry(contact, new PassedOn(false, false));
    endsWell(colleague);
    endsWell(caller);
  }

  private void becomes(ContactId contact, TransferState state) {
    await()
        .atMost(SOON)
        .until(() -> house.transfers.state(contact).filter(state::equals).isPresent());
  }

  private long parties(ContactId contact) {
    return b.console("confbridge list " + contact)
        .lines()
        .filter(line -> line.startsWith("PJSIP/"))
        .count();
  }

  private void dutyOfficerIsRungByTheSwitchThatIsLeft() {
    Sipp officer =
        started(
            Sipp.refusing(b.settings().emergencyTrunk().orElseThrow().port(), 1, "486 Busy Here"));
    DutyPhone.DutyCall call =
        new DutyPhone.DutyCall(
            new IncidentId("in-01JD8Z4T9K0000000000000000"),
            CENTRE,
            false,
            PriorityClass.CRITICAL,
            Optional.empty(),
            List.of());
    assertThat(house.voice().dutyPhone().ring(call, at -> DutyPhone.Taking.NOT_STORED))
        .isEqualTo(new DutyPhone.Answer.NotTaken(DutyPhone.Reason.BUSY));
    assertThat(officer.messages()).contains("INVITE sip:" + OFFICER.dialled() + "@");
  }

  private double packets(String leg, String direction) {
    return house.counted(
        "ariane.call.media.packets", "switch", "b", "leg", leg, "direction", direction);
  }

  private void offers(String on, String outcome, int count) {
    await()
        .atMost(SOON)
        .until(
            () -> house.counted("ariane.call.offers", "switch", on, "outcome", outcome) == count);
  }

  private void register(Asterisk at, String operator, int port) {
    Sipp.register(at.settings().sipPort(), operator, Asterisk.PASSWORD, port);
    await()
        .atMost(SOON)
        .until(() -> house.switchboard.presence(id(operator)) == Presence.AVAILABLE);
  }

  private static PrincipalId id(String operator) {
    return new PrincipalId(operator);
  }

  private Sipp phone(int port, Script script) {
    return started(Sipp.phone(port, script));
  }

  private Sipp call(Asterisk at, Script script) {
    return started(Sipp.call(at.settings().sipPort(), "3919", script));
  }

  private Sipp started(Sipp telephone) {
    telephones.add(telephone);
    return telephone;
  }

  private static Script toTheQueue() {
    return PhoneTest.toTheQueue();
  }

  private static Script presses(String key) {
    return PhoneTest.presses(key);
  }

  private static void endsWell(Sipp call) {
    assertThat(call.endsWell(END)).as(() -> call.errors() + call.messages()).isTrue();
  }
}
