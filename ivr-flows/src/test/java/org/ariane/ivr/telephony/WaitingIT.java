package org.ariane.ivr.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.contact.ContactChannel;
import org.ariane.router.plan.Step;
import org.ariane.router.presence.Presence;
import org.junit.jupiter.api.Test;

/// Plans with machines, with several at once, and with nobody.
class WaitingIT extends PhoneTest {
  private static final PhoneNumber PERSON = new PhoneNumber("+33199000002");
  private static final PhoneNumber LAST_RESORT = new PhoneNumber("+33199000003");

  private static Step.Ring machine(int seconds) {
    return new Step.Ring(
        new ServiceId("machine"),
        House.SERVICE,
        Duration.ofSeconds(seconds),
        List.of(Language.FR),
        List.of());
  }

  private static Step.Ring person(int seconds) {
    return new Step.Ring(new ServiceId("person"), PERSON, Duration.ofSeconds(seconds), List.of());
  }

  private void plan(Step... steps) {
    house.close();
    house = new House(List.of(asterisk().settings()), Map.of(), List.of(steps));
    await().atMost(SOON).until(() -> house.voice().health().amiConnected());
  }

  @Test
  void machineThatAnswersNeverHasHerAndThePlanGoesOn() {
    plan(machine(40), person(15));
    Sipp machine = phone(trunkPort(), Script.phone().speaks());
    Sipp caller = call(toTheQueue());
    endsWell(machine);
    offers("unanswered", 1);
    assertThat(machine.messages()).contains("INVITE sip:" + House.SERVICE.dialled() + "@");
    assertThat(caller.talks()).isTrue();

    Sipp person = phone(trunkPort(), Script.phone().after(Duration.ofSeconds(2)).hangsUp());
    endsWell(person);
    endsWell(caller);
    assertThat(person.messages()).contains("INVITE sip:" + PERSON.dialled() + "@");
  }

  @Test
  void personWhoPressesTheKeyAtSuchANumberHasHer() {
    plan(machine(40));
    Sipp service = phone(trunkPort(), presses("1").after(Duration.ofSeconds(2)).hangsUp());
    Sipp caller = call(toTheQueue());
    endsWell(service);
    endsWell(caller);
    offers("accepted", 1);
    assertThat(service.messages()).doesNotContain("33612345678");
    await().atMost(SOON).until(() -> house.switchboard.counts().isEmpty());
  }

  @Test
  void everybodyRingsAtOnceAndTheOthersStop() {
    plan(
        new Step.Together(
            List.of(House.DESK), List.of(machine(40)), Duration.ofSeconds(40), true, List.of()),
        new Step.Fallback(LAST_RESORT, Duration.ofSeconds(15), List.of()));
    register("operator-1", firstPhone);
    register("operator-2", secondPhone);
    Sipp other = started(Sipp.ringing(firstPhone));
    Sipp service = started(Sipp.ringing(trunkPort()));
    Sipp winner =
        started(
            Sipp.phone(
                secondPhone,
                Duration.ofSeconds(2),
                presses("1").after(Duration.ofSeconds(3)).hangsUp()));
    Sipp caller = call(toTheQueue());

    offers("accepted", 1);
    assertThat(other.endsWell(Duration.ofSeconds(3))).as(other::errors).isTrue();
    assertThat(service.endsWell(Duration.ofSeconds(3))).as(service::errors).isTrue();
    assertThat(house.switchboard.presence(new PrincipalId("operator-1")))
        .isEqualTo(Presence.AVAILABLE);
    offers("rung", 3);
    endsWell(winner);
    endsWell(caller);
    offers("accepted", 1);
  }

  @Test
  void whereNobodyAnswersAtAllItGoesOnWithAnHonestWordEachRound() {
    plan(person(10), new Step.Fallback(LAST_RESORT, Duration.ofSeconds(10), List.of()));
    Sipp first = started(Sipp.ringing(trunkPort()));
    Sipp caller = call(toTheQueue());
    endsWell(first);
    saysThatNobodyHasAnswered();
    Sipp second = started(Sipp.ringing(trunkPort()));
    endsWell(second);
    saysThatNobodyHasAnswered();
    Sipp person = phone(trunkPort(), Script.phone().after(Duration.ofSeconds(2)).hangsUp());
    endsWell(person);
    endsWell(caller);
    assertThat(second.messages()).contains("INVITE sip:" + LAST_RESORT.dialled() + "@");
    assertThat(person.messages()).contains("INVITE sip:" + PERSON.dialled() + "@");
  }

  /// Nobody speaks, nobody presses a key, nobody is there to answer: all are held, spoken to, and
  /// taken when somebody comes; only then does one of these calls end.
  @Test
  void floodOfSilentCallersIsHeldUntilAHumanComes() {
    plan(new Step.Offer(List.of(House.DESK), List.of(), House.OFFERING, true, List.of()));
    Sipp callers =
        started(Sipp.calls(12, asterisk().settings().sipPort(), "3919", Script.caller()));
    await().atMost(SOON).until(() -> asterisk().callers() == 12);
    await().atMost(END).until(() -> waiting() == 12);
    await()
        .during(Duration.ofSeconds(12))
        .atMost(END)
        .until(() -> asterisk().callers() == 12 && waiting() == 12 && callers.talks());
    await()
        .atMost(Duration.ofSeconds(40))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> asterisk().console("core show channels concise").contains("/silent"));

    Sipp operator = phone(firstPhone, presses("1").after(Duration.ofSeconds(1)).hangsUp());
    comes("operator-1", firstPhone);
    endsWell(operator);
    await().atMost(SOON).until(() -> asterisk().callers() == 11);
    assertThat(waiting()).isEqualTo(11);
    assertThat(house.counted("ariane.call.rescues")).isZero();
  }

  /// She has waited a minute, as her channel says; then she takes one way after the other.
  @Test
  void otherWaysActOnceSpokenOfAndLeadBackOrToSomebodyElse() {
    plan(new Step.Offer(List.of(House.DESK), List.of(), House.OFFERING, true, List.of()));
    try (SwitchSpy spy = new SwitchSpy(asterisk().settings().amiPort())) {
      Sipp association = phone(trunkPort(), Script.phone().after(Duration.ofSeconds(22)).hangsUp());
      Script script = toTheQueue().after(Duration.ofSeconds(5)).keys("3");
      // Until it was spoken of a key does nothing.
      for (int i = 0; i < 5; i++) {
        script.after(Duration.ofSeconds(4)).keys("4");
      }
      script.after(Duration.ofSeconds(15));
      for (int i = 0; i < 4; i++) {
        script.after(Duration.ofSeconds(5)).keys("3");
      }
      Sipp caller = call(script);
      await()
          .atMost(SOON)
          .untilAsserted(
              () -> assertThat(waiting()).as(() -> spy.said() + caller.errors()).isEqualTo(1));
      await().during(Duration.ofSeconds(5)).atMost(SOON).until(() -> waiting() == 1);
      assertThat(association.messages()).as("not spoken of yet").doesNotContain("INVITE");
      waitsLong(() -> spy.said().contains("fr/ariane/callback-person-first"));
      assertThat(waiting()).isEqualTo(1);
      waitsLong(() -> association.messages().contains("INVITE"));
      endsWell(association);
      endsWell(caller);
      assertThat(spy.said())
          .containsSubsequence(
              "fr/ariane/wait",
              "fr/ariane/wait-on",
              "fr/ariane/wait-association",
              "fr/ariane/wait-callback",
              "fr/ariane/callback-person-first",
              "fr/ariane/wait",
              "fr/ariane/wait-on");
      assertThat(association.messages())
          .contains("INVITE sip:" + House.ASSOCIATION.dialled() + "@")
          .doesNotContain("33612345678");
      assertThat(house.counted("ariane.call.rescues")).isZero();
    }
  }

  /// Tells her channel that she has waited a minute, until she heard of the other ways.
  private static void waitsLong(Callable<Boolean> until) {
    await()
        .atMost(END)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> {
          asterisk()
              .console("core show channels concise")
              .lines()
              .map(line -> line.replaceAll("!.*", ""))
              .filter(name -> name.startsWith("PJSIP/anonymous"))
              .forEach(WaitingIT::waitsLong);
          return until.call();
        });
  }

  private static void waitsLong(String channel) {
    asterisk()
        .console("core show channel " + channel)
        .lines()
        .filter(line -> line.startsWith("ARIANE_STATE=") && line.contains("|node=queue|"))
        .map(line -> line.substring("ARIANE_STATE=".length()))
        // Once she has heard of the other ways her state is left alone.
        .filter(state -> !state.matches(".*heard=[0-9.]+[lm]*c.*"))
        .map(state -> state.replaceAll("slices=[0-9]+", "slices=12"))
        .forEach(state ->
            asterisk().console("dialplan set chanvar " + channel + " ARIANE_STATE " + state));
  }

  private int waiting() {
    return house.switchboard.counts().getOrDefault(ContactChannel.CALL, 0);
  }

  private static void saysThatNobodyHasAnswered() {
    await()
        .atMost(SOON)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> asterisk().console("core show channels concise").contains("nobody-yet"));
  }
}
