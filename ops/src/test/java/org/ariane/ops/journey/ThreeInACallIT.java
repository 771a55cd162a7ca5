package org.ariane.ops.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ariane.ivr.telephony.Ear;
import org.ariane.ivr.telephony.NeedsTelephony;
import org.ariane.ivr.telephony.Ports;
import org.ariane.ivr.telephony.Script;
import org.ariane.ivr.telephony.Sipp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/// A third person in a call, in real Chromiums whose microphones beep: who hears whom is listened
/// to at each end. The caller says nothing, so that whatever is heard comes from somebody else.
@ExtendWith(NeedsTelephony.class)
class ThreeInACallIT {
  private static final Duration SOON = Duration.ofSeconds(30);

  /// A microphone beeps every second.
  private static final Duration NO_BEEP = Duration.ofSeconds(3);

  private static People people;
  private static RunningAriane ariane;
  private static BrowserPhone operator;
  private static int trunk;

  @RegisterExtension
  final TestExecutionExceptionHandler tellsTheLog =
      (context, failure) -> {
        System.err.println(operator.said());
        System.err.println(ariane.log());
        throw failure;
      };

  private final List<Sipp> telephones = new ArrayList<>();
  private Ear hers = new Ear();
  private Optional<Sipp> caller = Optional.empty();

  @BeforeAll
  static void start() {
    people = People.arriveWithVoices();
    trunk = Ports.udp();
    ariane =
        RunningAriane.withTelephony(
            """
            telephony: {trunk: '127.0.0.1:%d'}
            directory: %s
            """
                .formatted(trunk, WithInterpreter.directory()));
    operator = BrowserPhone.of("operator-1", ariane, people);
  }

  @AfterAll
  static void stop() {
    if (people != null) {
      people.close();
    }
    if (ariane != null) {
      ariane.close();
    }
  }

  @BeforeEach
  void calls() {
    Script script = Script.caller();
    for (String key : List.of("1", "2", "94700#")) {
      script.after(Duration.ofMillis(1_700)).keys(key);
    }
    caller = Optional.of(telephone(Sipp.call(ariane.sipPort(), "3919", script, hers)));
    operator.accepts();
    operator.there("call").waitFor();
    sheHears();
  }

  @AfterEach
  void hangUp() {
    telephones.forEach(Sipp::close);
    hers.close();
  }

  @Test
  void supervisorHelpsUnheardByHerAndTakesOver() {
    operator.hearsNothing();
    BrowserPhone supervisor = BrowserPhone.of("supervisor-1", ariane, people);
    supervisor.there("super-help").click();
    mode(supervisor, "asked");
    supervisor.picksUpAndPressesOne();
    mode(supervisor, "help");
    operator.there("supervised").waitFor();
    supervisor.hears();
    operator.hears();

    // With the operator mute only the supervisor's microphone beeps, and not for her.
    operator.there("mute").click();
    long muted = System.nanoTime();
    await().atMost(SOON).until(() -> hers.longestSilence(muted).compareTo(NO_BEEP) > 0);
    operator.hears();
    operator.there("mute").click();

    takesOver(supervisor);
  }

  private void takesOver(BrowserPhone supervisor) {
    supervisor.there("super-take-over").click();
    supervisor.there("super-take-over").click();
    mode(supervisor, "take-over");
    operator.is("line-ready");
    operator.isReadyForTheNext();
    sheHears();
    assertThat(PagesIT.faults(supervisor.page())).isEmpty();
    assertThat(ariane.as("supervisor-1").get("/v1/desk/talks").text())
        .contains("\"operator\":\"supervisor-1\"", "\"supervision\":\"take-over\"");
    // A slip of the hand cuts nobody off.
    supervisor.there("super-end").click();
    sheHears();
    supervisor.is("stage-talk");
    supervisor.hangsUp();
    wasHungUpOn();
    supervisor.page().context().close();
    assertThat(ariane.log()).doesNotContain("watcher of the switchboard failed");
  }

  /// All three hear each other; the interpreter goes, and the talk goes on.
  @Test
  void interpreterJoinsAndBothHearHer() {
    operator.hearsNothing();
    Sipp interpreter =
        telephone(
            Sipp.phone(trunk, presses("1").streams().after(Duration.ofSeconds(25)).hangsUp()));
    operator.page().keyboard().press("t");
    operator.page().locator("button[data-kind=conference]").click();
    operator.page().locator("[data-to=" + WithInterpreter.ID + "]").waitFor();
    operator.page().locator("[data-to=" + WithInterpreter.ID + "]").click();
    operator.courseIs("offered");
    operator.courseIs("joined");
    operator.hears();
    operator.there("mute").click();
    sheHears();
    sheHears();
    operator.there("mute").click();
    operator.page().keyboard().press("l");
    assertThat(operator.there("call-leave").textContent()).contains("Interprète de garde");
    assertThat(PagesIT.faults(operator.page())).isEmpty();
    sheHears();
    operator.courseIs("joined");

    assertThat(interpreter.endsWell(SOON)).as(interpreter::errors).isTrue();
    assertThat(interpreter.messages())
        .contains("INVITE sip:" + WithInterpreter.NUMBER + "@")
        .doesNotContain("612345678");
    operator.courseIs("returned");
    operator.hearsNothing();
    sheHears();
    operator.hangsUp();
    wasHungUpOn();
    operator.isReadyForTheNext();
  }

  private void wasHungUpOn() {
    Sipp she = caller.orElseThrow();
    assertThat(she.endsWell(SOON)).as(she::errors).isTrue();
  }

  private static Script presses(String key) {
    return Script.phone().after(Duration.ofSeconds(1)).keys(key);
  }

  private static void mode(BrowserPhone supervisor, String mode) {
    supervisor.page().locator("[data-testid=super-talk][data-mode=" + mode + "]").waitFor();
  }

  private void sheHears() {
    int before = hers.packets();
    await().atMost(SOON).until(() -> hers.packets() > before + 10);
  }

  private Sipp telephone(Sipp process) {
    telephones.add(process);
    return process;
  }
}
