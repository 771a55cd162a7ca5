package org.ariane.ivr.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ariane.directory.Directory;
import org.ariane.directory.DirectoryContent;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.service.Language;
import org.ariane.ivr.flow.Flows;
import org.ariane.ivr.flow.Surroundings;
import org.ariane.ivr.flow.yaml.ShippedFlows;
import org.ariane.router.alarm.AlarmIntake;
import org.ariane.router.alarm.Receipt;
import org.ariane.router.assignment.Turn;
import org.ariane.router.contact.ContactId;
import org.ariane.router.contact.Danger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallStepsTest {
  private static final ContactId CONTACT = new ContactId("co-01JD8Z4T9K0000000000000000");
  private static final Flows FLOWS =
      ShippedFlows.flows(Surroundings.anyService(ShippedFlows.prompts(), true));
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:30Z");
  private static final Instant ARRIVED = Instant.parse("2026-11-22T10:00:00Z");
  private static final PhoneNumber SERVICE = new PhoneNumber("+33199000001");

  private final ExecutorService virtualThreads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicBoolean reachable = new AtomicBoolean(true);
  private final Recorder switchboard = new Recorder();
  private final Calls calls = new Calls();
  private boolean trunk = true;

  @AfterEach
  void close() {
    virtualThreads.close();
  }

  @Test
  void entersWithWhatSheSaidAndWhenSheCame() {
    StepReply waiting = play(notDurable(), "1", "2", "94700");

    assertThat(switchboard.entered).hasSize(1);
    assertThat(switchboard.entered.getFirst().language()).contains(Language.FR);
    assertThat(switchboard.entered.getFirst().arrivedAt()).isEqualTo(ARRIVED);
    assertThat(switchboard.entered.getFirst().danger()).isEqualTo(Danger.NONE);
    assertThat(said(waiting))
        .containsExactly(
            "fr/ariane/wait", "fr/ariane/place-3", "fr/ariane/within-unknown", "ariane/hold");
  }

  @Test
  void keyPressedAtTheDoorCountsLikeOneOfSomebodyWhoWaits() {
    assertThat(said(step(notDurable(), CallEvent.START, "1", Optional.empty())))
        .containsExactly("fr/ariane/alarm-failed", "ariane/hold");
    assertThat(switchboard.entered.getLast().danger()).isEqualTo(Danger.PLACE_UNKNOWN);
    assertThat(said(step(notDurable(), CallEvent.START, "7", Optional.empty())))
        .startsWith("fr/ariane/wait")
        .endsWith("ariane/hold");
  }

  @Test
  void alarmThatIsNotStoredIsSaidSoAndAHumanComesAllTheSame() {
    StepReply reply = play(notDurable(), "4", "1");

    assertThat(said(reply)).containsExactly("en/ariane/alarm-failed", "ariane/hold");
    assertThat(switchboard.entered.getLast().danger()).isEqualTo(Danger.PLACE_UNKNOWN);
  }

  @Test
  void alarmThatGetsNoAnswerInTimeDoesNotHoldHerUp() {
    AlarmIntake stuck =
        alarm -> {
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          throw new IllegalStateException("stuck");
        };
    StepReply reply = play(stuck, "1", "1");
    virtualThreads.shutdownNow();

    assertThat(said(reply)).containsExactly("fr/ariane/alarm-failed", "ariane/hold");
  }

  @Test
  void waitingIsSaidAtIntervalsOnly() {
    StepReply reply = play(notDurable(), "1", "2", "#");
    int words = 0;
    for (int slice = 1; slice <= 12; slice++) {
      reply = step(notDurable(), CallEvent.KEYS, "", Optional.of(reply.state()));
      words += said(reply).contains(new Sound("fr/ariane/wait-long").path()) ? 1 : 0;
    }
    assertThat(words).isEqualTo(2);
    assertThat(switchboard.entered).hasSize(1);
  }

  @Test
  void freshSwitchboardTakesHerInAgain() {
    StepReply reply = play(notDurable(), "1", "2", "#");
    switchboard.turn = new Turn.Unknown();
    step(notDurable(), CallEvent.KEYS, "", Optional.of(reply.state()));

    assertThat(switchboard.entered).hasSize(2);
    assertThat(switchboard.entered.getLast()).isEqualTo(switchboard.entered.getFirst());
  }

  @Test
  void withoutATrunkTheServiceCountsAsUnanswered() {
    trunk = false;
    switchboard.turn = new Turn.Ring(Optional.empty(), SERVICE, Duration.ofSeconds(20), List.of());
    StepReply reply = play(notDurable(), "1", "2", "#");

    assertThat(reply.directive()).isInstanceOf(Directive.Ask.class);
    assertThat(switchboard.unansweredRings).containsExactly(CONTACT);
  }

  @Test
  void dialplanRingsOperatorsWhereTheServerCannot() {
    reachable.set(false);
    StepReply reply = play(notDurable(), "1", "2", "#");
    assertThat(reply.directive()).isInstanceOf(Directive.Ask.class);
    for (int slice = 0; slice < 2; slice++) {
      reply = step(notDurable(), CallEvent.KEYS, "", Optional.of(reply.state()));
    }
    assertThat(reply.directive()).isEqualTo(new Directive.Rescue());
  }

  @Test
  void callWithoutStateAfterARescueGoesToAHuman() {
    StepReply reply = step(notDurable(), CallEvent.RESCUED, "", Optional.empty());

    assertThat(said(reply)).startsWith("fr/ariane/wait").endsWith("ariane/hold");
    assertThat(switchboard.entered).hasSize(1);
  }

  @Test
  void stepOfACallerWhoHungUpDoesNotBringHerBack() {
    StepReply reply = play(notDurable(), "1", "2");
    calls.gone(CONTACT);
    step(notDurable(), CallEvent.KEYS, "#", Optional.of(reply.state()));

    assertThat(switchboard.entered).isEmpty();
    assertThat(switchboard.reports).contains("left " + CONTACT);
  }

  /// Two hours of silence: she is spoken to, somebody is rung, and nothing ever ends the call.
  @Test
  void nothingButAHumanEndsASilentCall() {
    StepReply reply = step(notDurable(), CallEvent.START, "", Optional.empty());
    for (int slice = 0; slice < 1_440; slice++) {
      switchboard.turn =
          switch (slice % 50) {
            case 10 -> new Turn.Ring(Optional.empty(), SERVICE, Duration.ofSeconds(20), List.of());
            case 20 -> new Turn.Unknown();
            case 30 -> new Turn.Joined();
            default -> new Turn.Wait(1 + slice % 9, Optional.of(Duration.ofMinutes(slice % 7 + 1)));
          };
      reachable.set(slice % 70 < 60);
      CallEvent event =
          switch (slice % 90) {
            case 11 -> CallEvent.RANG;
            case 31 -> CallEvent.LOST;
            case 61 -> CallEvent.RESCUED;
            default -> CallEvent.KEYS;
          };
      reply = step(notDurable(), event, "", Optional.of(reply.state()));
      assertThat(reply.directive())
          .isInstanceOfAny(Directive.Ask.class, Directive.Ring.class, Directive.Rescue.class);
    }
    assertThat(reply.state().flow().silent()).isTrue();
    assertThat(switchboard.reports).doesNotContain("left " + CONTACT);
    assertThat(switchboard.entered.getLast().silent()).isTrue();
  }

  @Test
  void whoLostHerOperatorHearsThatSomebodyIsComing() {
    StepReply reply = play(notDurable(), "1", "2", "#");
    reply = step(notDurable(), CallEvent.LOST, "", Optional.of(reply.state()));
    assertThat(said(reply)).containsExactly("fr/ariane/connection-lost", "ariane/hold");
    reply = step(notDurable(), CallEvent.KEYS, "", Optional.of(reply.state()));
    assertThat(said(reply)).containsExactly("ariane/hold");
  }

  private StepReply play(AlarmIntake alarms, String... keys) {
    StepReply reply = step(alarms, CallEvent.START, "", Optional.empty());
    for (String pressed : keys) {
      reply = step(alarms, CallEvent.KEYS, pressed, Optional.of(reply.state()));
    }
    return reply;
  }

  private StepReply step(
      AlarmIntake alarms, CallEvent event, String keys, Optional<CallState> state) {
    Directory empty =
        new DirectoryContent("test", List.of(), List.of(), List.of(), List.of(), List.of())
            .toDirectory();
    Reach reach = new Reach(_ -> reachable.get(), trunk, true);
    CallSteps steps =
        new CallSteps(
            new FlowWalk(
                () -> FLOWS,
                new AlarmByKey(
                    alarms,
                    () -> empty,
                    InstantSource.system(),
                    virtualThreads,
                    Duration.ofMillis(200)),
                new Places(() -> empty, ShippedFlows.prompts()),
                new TransferTargets(() -> empty),
                CallBacks.none(),
                reach,
                InstantSource.system()),
            List.of(Language.FR, Language.EN),
            Language.FR,
            switchboard,
            new Zones(() -> empty),
            calls,
            () -> CONTACT,
            reach,
            () -> NOW);
    return steps.step(
        new StepRequest(
            event,
            keys,
            state,
            SwitchId.LOCAL,
            "PJSIP/x-1",
            "3919",
            false,
            ARRIVED,
            Optional.empty()));
  }

  private static AlarmIntake notDurable() {
    return alarm -> new Receipt.NotDurable(new PhoneNumber("112"), 5);
  }

  private static List<String> said(StepReply reply) {
    assertThat(reply.directive()).isInstanceOf(Directive.Ask.class);
    return ((Directive.Ask) reply.directive()).say().stream().map(Sound::path).toList();
  }
}
