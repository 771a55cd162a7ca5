package org.ariane.ivr.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.LineId;
import org.ariane.ivr.flow.FlowRef;
import org.ariane.ivr.flow.Node;
import org.ariane.ivr.flow.NodeId;
import org.ariane.ivr.prompt.PromptKey;
import org.ariane.router.assignment.Turn;
import org.ariane.router.contact.ContactId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitingTest {
  private static final ContactId CONTACT = new ContactId("co-01JD8Z4T9K0000000000000000");
  private static final Node.Queue QUEUE = queue(false);

  private static Node.Queue queue(boolean silent) {
    return new Node.Queue(
        new NodeId("queue"),
        silent,
        List.of(new PromptKey("wait")),
        List.of(new PromptKey("wait-next")),
        List.of(new PromptKey("wait-long")),
        Duration.ofSeconds(30),
        Map.of(),
        List.of(),
        Map.of());
  }

  private CallState state =
      CallState.begun(CONTACT, new FlowRef(new LineId("3919"), "0a1b2c3d"), new NodeId("queue"));

  /// What she hears in the next slice but the breath.
  private List<String> hears(Node.Queue queue, int place, int minutes) {
    Optional<Duration> expected =
        Optional.of(Duration.ofMinutes(minutes)).filter(wait -> minutes > 0);
    Waiting.Said said = Waiting.slice(queue, state, new Turn.Wait(place, expected), Language.EN);
    state = state.slices(state.slices() + 1).heard(said.heard());
    return said.directive().say().stream()
        .map(sound -> sound.path().replace("en/ariane/", ""))
        .filter(sound -> !sound.equals("ariane/hold"))
        .toList();
  }

  private List<String> hears(int place, int minutes) {
    return hears(QUEUE, place, minutes);
  }

  @Test
  void placeAndWaitAreSaidOnArrivalAndEveryHalfMinute() {
    assertThat(hears(3, 5)).containsExactly("wait", "place-3", "within-5");
    for (int slice = 1; slice < 6; slice++) {
      assertThat(hears(3, 5)).isEmpty();
    }
    assertThat(hears(3, 5)).containsExactly("wait-long", "place-3", "within-5");
  }

  @Test
  void otherWaysAreSpokenOfOnceTheWaitIsLongerThanAMinute() {
    Node.Queue queue =
        new Node.Queue(
            new NodeId("queue"),
            false,
            List.of(new PromptKey("wait")),
            List.of(new PromptKey("wait-next")),
            List.of(new PromptKey("wait-long")),
            Duration.ofSeconds(30),
            Map.of(),
            List.of(new PromptKey("choices")),
            Map.of('3', new NodeId("other")));
    assertThat(hears(queue, 2, 1)).containsExactly("wait", "place-2", "within-1");
    state = state.slices(6);
    assertThat(hears(queue, 2, 0)).doesNotContain("choices");
    assertThat(state.heard().choices()).isFalse();
    state = state.slices(12);
    assertThat(hears(queue, 2, 0)).endsWith("choices");
    assertThat(state.heard().choices()).isTrue();
    state = state.slices(0).heard(Heard.NOTHING);
    assertThat(hears(queue, 2, 5)).containsExactly("wait", "place-2", "within-5", "choices");
  }

  @Test
  void whatIsNotKnownIsSaidToBeUnknown() {
    assertThat(hears(4, 0)).containsExactly("wait", "place-4", "within-unknown");
  }

  @Test
  void whoComesFirstIsNotKeptListening() {
    assertThat(hears(1, 5)).containsExactly("wait");
    state = state.slices(6);
    assertThat(hears(1, 5)).containsExactly("wait-next", "within-5");
  }

  @Test
  void changeForTheBetterIsSaidWithinAQuarterOfAMinute() {
    hears(3, 10);
    assertThat(hears(2, 10)).isEmpty();
    assertThat(hears(2, 10)).isEmpty();
    assertThat(hears(2, 10)).containsExactly("wait-long", "place-2", "within-10");
    state = state.slices(9);
    assertThat(hears(1, 10)).containsExactly("wait-next", "within-10");
  }

  @Test
  void longerWaitIsAdmittedBeforeItsTimeWhereItIsMuchLonger() {
    hears(3, 10);
    state = state.slices(3);
    assertThat(hears(3, 12)).isEmpty();
    state = state.slices(9);
    assertThat(hears(3, 20)).contains("within-20");
  }

  @Test
  void whoIsSilentOrInDangerHearsNoNumbers() {
    assertThat(hears(queue(true), 3, 5)).containsExactly("wait");
    state = state.alarmed(Optional.empty()).slices(6);
    assertThat(hears(3, 5)).containsExactly("wait-long");
    state = state.slices(12).heard(new Heard(9, 30, false, false, false));
    for (int slice = 0; slice < 5; slice++) {
      hears(3, 5);
    }
    assertThat(state.heard().place()).isEqualTo(9);
  }

  @Test
  void whoLostHerOperatorHearsThatAndNothingBeforeIt() {
    state = state.slices(0).heard(state.heard().hasLost());
    assertThat(hears(1, 0)).containsExactly("connection-lost");
    assertThat(hears(1, 0)).isEmpty();
    assertThat(Waiting.ringing(Heard.NOTHING.hasLost(), false, Language.EN))
        .containsExactly(new Sound("en/ariane/connection-lost"));
  }

  @Test
  void nobodyHavingAnsweredIsSaidOnceEachRound() {
    Heard missed = Heard.NOTHING.hasMissed();
    assertThat(Waiting.ringing(missed, false, Language.EN))
        .containsExactly(new Sound("en/ariane/nobody-yet"));
    assertThat(Waiting.ringing(missed.upToDate(), false, Language.EN)).isEmpty();
    state = state.slices(4).heard(missed);
    assertThat(hears(1, 0)).containsExactly("nobody-yet", "within-unknown");
    assertThat(hears(1, 0)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"30, 1", "60, 1", "61, 2", "390, 8", "660, 12", "3600, 60", "3601, 999"})
  void minutesAreRoundedUpToThoseThatHaveAPrompt(long seconds, int minutes) {
    assertThat(WaitingWords.minutes(Optional.of(Duration.ofSeconds(seconds)))).isEqualTo(minutes);
  }

  @Test
  void whatSheWasToldTravelsWithHerChannel() {
    for (Heard heard :
        List.of(
            Heard.NOTHING,
            new Heard(3, 5, false, false, true),
            new Heard(0, 0, true, true, false),
            new Heard(12_345, 0, false, true, false))) {
      assertThat(Heard.unpack(heard.pack().orElse("")))
          .isEqualTo(
              new Heard(
                  Math.min(heard.place(), 9_999),
                  heard.minutes(),
                  heard.lost(),
                  heard.missed(),
                  heard.choices()));
    }
    assertThat(Heard.unpack("3,5|x=1")).isEqualTo(Heard.NOTHING);
  }
}
