package org.ariane.ivr.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.Postcode;
import org.ariane.router.alarm.Alarm;
import org.ariane.router.alarm.AlarmSource;
import org.ariane.router.alarm.Trigger;
import org.junit.jupiter.api.Test;

/// Key 1: an alarm at once, a human on the line, and the police of her place.
class DangerIT extends PhoneTest {
  @Test
  void operatorAndPoliceJoinTheCallerInOneRoom() {
    register("operator-1", firstPhone);
    Sipp operator = phone(firstPhone, presses("1").after(Duration.ofSeconds(20)).hangsUp());
    Sipp police = phone(emergencyPort(), Script.phone());
    Sipp caller = call(choosing("1", "1", "94700#"));

    await().atMost(Duration.ofSeconds(30)).until(() -> inRoom() == 3);
    assertThat(police.messages())
        .contains("INVITE sip:" + House.AGREED.dialled() + "@")
        .doesNotContain("33612345678");
    endsWell(operator);
    await().during(Duration.ofSeconds(2)).atMost(SOON).until(() -> inRoom() == 2);
    assertThat(caller.talks()).isTrue();

    asterisk().console("channel request hangup all");
    endsWell(police);
    endsWell(caller);

    assertThat(house.alarms).hasSize(2);
    Alarm first = house.alarms.getFirst();
    Alarm second = house.alarms.getLast();
    assertThat(first.trigger()).isEqualTo(Trigger.BUTTON);
    assertThat(first.source()).isEqualTo(new AlarmSource.Call());
    assertThat(first.phone()).isEqualTo(Optional.of(new PhoneNumber("+33612345678")));
    assertThat(first.address()).isEmpty();
    assertThat(second.messageId()).isEqualTo(first.messageId());
    assertThat(second.fingerprint()).isNotEqualTo(first.fingerprint());
    assertThat(second.address().flatMap(address -> address.usablePostcode()))
        .isEqualTo(Postcode.parse("94700"));
    assertThat(house.counted("ariane.call.police", "outcome", "joined")).isEqualTo(1);
  }

  @Test
  void policeAloneAreAHumanToo() {
    Sipp police = phone(emergencyPort(), Script.phone().after(Duration.ofSeconds(25)).hangsUp());
    Sipp caller = call(choosing("1", "1", "94700#"));

    await().atMost(Duration.ofSeconds(40)).until(() -> inRoom() == 2);
    endsWell(police);
    endsWell(caller);
  }

  @Test
  void roomEndsWithTheCallerWhenOneHumanIsLeft() {
    register("operator-1", firstPhone);
    Sipp operator = phone(firstPhone, presses("1"));
    Sipp caller = call(choosing("1", "1", "#").after(Duration.ofSeconds(8)).hangsUp());

    endsWell(caller);
    endsWell(operator);
    offers("accepted", 1);
  }

  @Test
  void operatorInTheRoomHearsThatThePoliceDoNotAnswer() {
    register("operator-1", firstPhone);
    Sipp operator = phone(firstPhone, presses("1"));
    Sipp police = started(Sipp.busy(emergencyPort(), 5));
    Sipp caller = call(choosing("1", "1", "94700#"));

    await().atMost(SOON).until(() -> inRoom() == 2);
    endsWell(police);
    // The voice comes into the room and leaves it; nobody else does.
    await().atMost(SOON).pollInterval(Duration.ofMillis(100)).until(() -> inRoom() == 3);
    await().atMost(SOON).until(() -> inRoom() == 2);
    assertThat(caller.talks() && operator.talks()).isTrue();
    assertThat(house.counted("ariane.call.police", "outcome", "unanswered")).isEqualTo(1);
    await().atMost(SOON).until(() -> house.alarms.size() == 3);
    Alarm note = house.alarms.getLast();
    assertThat(note.messageId()).isEqualTo(house.alarms.getFirst().messageId());
    assertThat(note.fingerprint()).isNotEqualTo(house.alarms.get(1).fingerprint());
    assertThat(note.note()).isPresent();

    asterisk().console("channel request hangup all");
    endsWell(operator);
    endsWell(caller);
  }

  @Test
  void operatorWhoComesLaterIsToldAlone() {
    register("operator-1", firstPhone);
    Sipp operator =
        started(
            Sipp.phone(
                firstPhone,
                Duration.ofSeconds(16),
                presses("1").after(Duration.ofSeconds(8)).hangsUp()));
    Sipp police = started(Sipp.busy(emergencyPort(), 5));
    Sipp caller = call(choosing("1", "1", "94700#"));

    endsWell(police);
    await()
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(100))
        .until(() ->
            asterisk()
                .console("core show channels concise")
                .contains("Playback!ariane/police-unanswered"));
    assertThat(inRoom()).isLessThan(2);
    await().atMost(SOON).until(() -> inRoom() == 2);
    endsWell(operator);
    endsWell(caller);
  }

  @Test
  void policeAreNotCalledWhileNobodyKnowsWhere() {
    register("operator-1", firstPhone);
    Sipp operator = phone(firstPhone, presses("1").after(Duration.ofSeconds(3)).hangsUp());
    Sipp police = phone(emergencyPort(), Script.phone());
    Sipp caller = call(choosing("1", "1", "#"));

    endsWell(operator);
    endsWell(caller);
    assertThat(police.messages()).doesNotContain("INVITE");
    assertThat(house.alarms).hasSize(1);
  }

  @Test
  void withheldNumberIsNotInTheAlarm() {
    register("operator-1", firstPhone);
    phone(firstPhone, presses("1").after(Duration.ofSeconds(1)).hangsUp());
    Sipp caller =
        started(
            Sipp.call(
                asterisk().settings().sipPort(),
                "3919",
                choosing("1", "1", "#"),
                "\"Anonymous\" <sip:anonymous@anonymous.invalid>"));

    endsWell(caller);
    assertThat(house.alarms).hasSize(1);
    assertThat(house.alarms.getFirst().phone()).isEmpty();
  }

  @Test
  void forgedNumberCarriesNothingIntoTheServer() {
    register("operator-1", firstPhone);
    phone(firstPhone, presses("1").after(Duration.ofSeconds(1)).hangsUp());
    Sipp caller =
        started(
            Sipp.call(
                asterisk().settings().sipPort(),
                "3919",
                choosing("1", "1", "#"),
                "\"x\" <sip:%0d%0aagi_arg_1%3a%20lost,@[local_ip]:[local_port]>"));

    endsWell(caller);
    assertThat(house.alarms).hasSize(1);
    assertThat(house.alarms.getFirst().phone()).isEmpty();
  }

  private static int inRoom() {
    return asterisk()
        .console("confbridge list")
        .lines()
        .filter(line -> line.startsWith("co-"))
        .map(line -> Integer.parseInt(line.strip().split(" +", -1)[1]))
        .findFirst()
        .orElse(0);
  }
}
