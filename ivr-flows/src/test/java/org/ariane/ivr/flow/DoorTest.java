package org.ariane.ivr.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ariane.directory.service.Language;
import org.ariane.ivr.flow.yaml.ShippedFlows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// What a flow is to callers for whom there is no room.
class DoorTest {
  static final List<String> FLOWS = ShippedFlows.NAMES;

  @ParameterizedTest
  @FieldSource("FLOWS")
  void keyOfDangerRaisesTheAlarmOrIsToldToTheHuman(String name) {
    Step step = danger(name);

    assertThat(
            step instanceof Step.RaiseAlarm
                || step.state().told().safeNow().filter(safe -> !safe).isPresent())
        .as(step::toString)
        .isTrue();
  }

  @Test
  void whereNoKeyRaisesAnAlarmSheWaitsWithThoseInDanger() {
    assertThat(danger("perpetrators"))
        .isInstanceOfSatisfying(
            Step.Wait.class, wait -> assertThat(wait.queue().id().value()).isEqualTo("urgent"));
  }

  @Test
  void lineSpeaksItsOwnLanguageFirst() {
    assertThat(ShippedFlows.flow("1712").languages())
        .containsExactly(Language.NL, Language.FR, Language.DE, Language.EN, Language.AR);
    assertThat(ShippedFlows.flow("3919").languages()).startsWith(Language.FR).hasSize(5);
  }

  private static Step danger(String name) {
    Flow flow = ShippedFlows.flow(name);
    return new Interpreter(flow).step(FlowState.at(flow.start()), new Input.Danger());
  }
}
