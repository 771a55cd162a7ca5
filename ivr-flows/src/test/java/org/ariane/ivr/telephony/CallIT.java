package org.ariane.ivr.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// The way of a call: line, flow, queue, operator or service, and how it ends.
class CallIT extends PhoneTest {
  @Test
  void operatorAcceptsAndBothHearEachOther() {
    register("operator-1", firstPhone);
    Sipp operator =
        phone(
            firstPhone,
            presses("1")
                .after(Duration.ofSeconds(1))
                .speaks()
                .after(Duration.ofSeconds(4))
                .hangsUp());
    Sipp caller = call(toTheQueue().after(Duration.ofSeconds(3)).speaks());

    endsWell(operator);
    endsWell(caller);

    counts(100, "ariane.call.media.packets", "leg", "caller", "direction", "received");
    counts(300, "ariane.call.media.packets", "leg", "caller", "direction", "sent");
    counts(100, "ariane.call.media.packets", "leg", "operator", "direction", "received");
    counts(100, "ariane.call.media.packets", "leg", "operator", "direction", "sent");
    offers("accepted", 1);
    assertThat(house.counted("ariane.calls", "line", "3919")).isEqualTo(1);
    assertThat(house.counted("ariane.call.rescues")).isZero();
  }

  @Test
  void operatorIsFreedWhenTheCallerHangsUp() {
    register("operator-1", firstPhone);
    Sipp operator = phone(firstPhone, presses("1"));
    Sipp caller = call(toTheQueue().after(Duration.ofSeconds(5)).hangsUp());

    endsWell(caller);
    endsWell(operator);

    offers("accepted", 1);
    await().atMost(SOON).until(() -> asterisk().channels() == 0);
    assertThat(house.switchboard.counts()).isEmpty();
  }

  @Test
  void declinedCallRingsTheSecondOperator() {
    register("operator-1", firstPhone);
    register("operator-2", secondPhone);
    Sipp first = phone(firstPhone, presses("2"));
    Sipp second = phone(secondPhone, presses("2"));
    Sipp caller = call(toTheQueue());

    endsWell(first);
    endsWell(second);
    offers("declined", 2);

    Sipp service = phone(trunkPort(), Script.phone().after(Duration.ofSeconds(2)).hangsUp());
    endsWell(service);
    endsWell(caller);
    assertThat(service.messages()).contains("INVITE sip:" + House.SERVICE.dialled() + "@");
  }

  @Test
  void callerIsLedOnToTheServiceWhenNobodyIsThere() {
    Sipp service = phone(trunkPort(), Script.phone().after(Duration.ofSeconds(3)).hangsUp());
    Sipp caller = call(toTheQueue());

    endsWell(service);
    endsWell(caller);
    assertThat(service.messages())
        .contains("INVITE sip:" + House.SERVICE.dialled() + "@")
        .doesNotContain("33612345678");
  }

  @Test
  void telephoneStopsRingingWhenTheCallerLeaves() {
    register("operator-1", firstPhone);
    Sipp operator = started(Sipp.ringing(firstPhone));
    Sipp caller = call(toTheQueue().after(Duration.ofSeconds(4)).hangsUp());

    endsWell(caller);
    assertThat(operator.endsWell(Duration.ofSeconds(3))).as(operator::errors).isTrue();
    offers("withdrawn", 1);
  }

  @Test
  void lostTelephoneOfTheOperatorBringsHerBackToTheQueue() {
    register("operator-1", firstPhone);
    Sipp first = phone(firstPhone, presses("1"));
    Sipp caller = call(toTheQueue());
    offers("accepted", 1);
    register("operator-2", secondPhone);
    Sipp second = phone(secondPhone, presses("1").after(Duration.ofSeconds(2)).hangsUp());
    asterisk().lose("operator-1");

    endsWell(first);
    endsWell(second);
    endsWell(caller);
    offers("accepted", 2);
  }

  @Test
  void silentCallerReachesAHuman() {
    register("operator-1", firstPhone);
    Sipp operator = phone(firstPhone, presses("1").after(Duration.ofSeconds(2)).hangsUp());
    Sipp caller = call(Script.caller());

    endsWell(operator);
    endsWell(caller);
    offers("accepted", 1);
  }

  @Test
  void anOperatorsTelephonePassesNoCallOnByItself() {
    register("operator-1", firstPhone);
    Sipp operator =
        phone(
            firstPhone,
            presses("1")
                .after(Duration.ofSeconds(1))
                .refersTo(House.SERVICE.dialled())
                .after(Duration.ofSeconds(1))
                .hangsUp());
    Sipp caller = call(toTheQueue());

    endsWell(operator);
    endsWell(caller);
    assertThat(operator.messages())
        .contains("REFER sip:")
        .doesNotContain("202 Accepted", "NOTIFY sip:");
  }

  @Test
  void operatorNeverSeesTheNumberOfTheCaller() {
    register("operator-1", firstPhone);
    Sipp operator = phone(firstPhone, presses("1").after(Duration.ofSeconds(1)).hangsUp());
    Sipp caller = call(toTheQueue());

    endsWell(operator);
    endsWell(caller);
    assertThat(operator.messages()).contains("Ariane").doesNotContain("33612345678");
    assertThat(asterisk().log()).doesNotContain("33612345678").doesNotContain("94700");
  }
}
