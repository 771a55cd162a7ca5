package org.ariane.ivr.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.ariane.directory.service.LineId;
import org.ariane.ivr.flow.yaml.FlowFile;
import org.ariane.ivr.flow.yaml.FlowLoad;
import org.ariane.ivr.flow.yaml.ShippedFlows;
import org.junit.jupiter.api.Test;

/// One set of flows after another; a call keeps its own.
class FlowsTest {
  private static final LineId FIRST = new LineId("3919");
  private static final LineId SECOND = new LineId("1712");

  @Test
  void everyShippedLineHasItsOwnAndOthersTheStandardOne() {
    Flows flows = ShippedFlows.flows(Surroundings.anyService(ShippedFlows.prompts(), true));

    for (String name : ShippedFlows.NAMES) {
      assertThat(flows.of(new LineId(name)).flow().line()).isEqualTo(new LineId(name));
    }
    assertThat(flows.of(new LineId("another")).flow().line()).isEqualTo(FIRST);
  }

  @Test
  void callUnderWayKeepsItsVersionWhileNewCallsGetTheNewOne() {
    Flow old = version("every: 30s");
    Flow fresh = version("every: 40s");
    Flows flows = Flows.of(FIRST, List.of(fresh)).replacing(Flows.of(FIRST, List.of(old)));

    assertThat(flows.of(FIRST).flow()).isEqualTo(fresh);
    assertThat(flows.find(old.ref()).orElseThrow().flow()).isEqualTo(old);
    assertThat(flows.find(fresh.ref()).orElseThrow().flow()).isEqualTo(fresh);
  }

  @Test
  void lineThatIsGoneStillServesTheCallsThatAreInIt() {
    Flow gone = ShippedFlows.flow("1712");
    Flow stays = version("every: 30s");
    Flows flows = Flows.of(FIRST, List.of(stays)).replacing(Flows.of(FIRST, List.of(stays, gone)));

    assertThat(flows.find(gone.ref())).isPresent();
    assertThat(flows.of(SECOND).flow()).isEqualTo(stays);
  }

  @Test
  void veryOldVersionsAreForgotten() {
    Flow first = version("every: 10s");
    Flows flows = Flows.of(FIRST, List.of(first));
    for (int seconds = 11; seconds < 30; seconds++) {
      flows = Flows.of(FIRST, List.of(version("every: " + seconds + "s"))).replacing(flows);
    }
    assertThat(flows.find(first.ref())).isEmpty();
    assertThat(flows.find(version("every: 28s").ref())).isPresent();
  }

  @Test
  void setWithoutTheStandardLineIsRefused() {
    assertThatThrownBy(() -> Flows.of(SECOND, List.of(version("every: 30s"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nodeThatIsUnknownAfterAReloadLeadsToAHuman() {
    Step step =
        new Interpreter(version("every: 30s"))
            .step(FlowState.at(new NodeId("of-yesterday")), new Input.Keys("1"));

    assertThat(step).isInstanceOf(Step.Wait.class);
  }

  private static Flow version(String every) {
    String text = ShippedFlows.text("3919").replace("every: 30s", every);
    return switch (FlowFile.read(
        "3919.yaml", text, Surroundings.anyService(ShippedFlows.prompts(), true))) {
      case FlowLoad.Loaded(Flow flow) -> flow;
      case FlowLoad.Rejected rejected -> throw new AssertionError(rejected.toString());
    };
  }
}
