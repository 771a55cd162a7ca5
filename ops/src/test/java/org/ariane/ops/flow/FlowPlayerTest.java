package org.ariane.ops.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ariane.directory.service.Language;
import org.ariane.ivr.flow.Flow;
import org.ariane.ivr.flow.yaml.ShippedFlows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class FlowPlayerTest {
  static final List<String> FLOWS = ShippedFlows.NAMES;

  @Test
  void showsWhatShePressedHerWayTo() throws IOException {
    assertThat(played("3919", "4", "2", "94700#", "q"))
        .contains("en: For English, press 4.", "[postcode]", "(waits for a human; keys [1])")
        .endsWith("She hung up.\n");
  }

  @Test
  void tellsWhichOtherWaysThereAreAfterAMinuteAndFollowsThem() throws IOException {
    assertThat(played("3919", "4", "2", "94700#", "4", "n"))
        .contains(
            "After a minute:",
            "If a safe call-back was agreed with you, press 4.",
            "(then also keys [3, 4])",
            "A call-back is asked for.",
            "[callback-said]");
    assertThat(played("perpetrators", "4", "1", "2", "94700#", "2")).contains("The call ends.");
  }

  @Test
  void raisesNoAlarmButAsksWhatWouldComeOfIt() throws IOException {
    assertThat(played("3919", "4", "1", "", "94700#", "u"))
        .contains("The alarm is raised.", "[danger-uncovered]");
  }

  @Test
  void endsWhenThereIsNothingMoreToRead() throws IOException {
    assertThat(played("1712")).endsWith("She hung up.\n");
  }

  @ParameterizedTest
  @FieldSource("FLOWS")
  void everyNodeAndEveryWayIsDrawn(String name) {
    Flow flow = ShippedFlows.flow(name);
    FlowDrawing drawing = new FlowDrawing(flow, ShippedFlows.prompts(), Language.EN);
    String text = String.join("\n", drawing.text());
    String chart = String.join("\n", drawing.mermaid());

    flow.nodes()
        .values()
        .forEach(node -> {
          assertThat(text).contains("\n" + node.id() + "  (");
          node.exits().forEach(exit -> assertThat(Ways.of(node).byCause()).containsValue(exit));
          assertThat(chart).contains("[\"" + node.id() + "<br/>");
        });
  }

  private static String played(String name, String... keys) throws IOException {
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    new FlowPlayer(
            ShippedFlows.flow(name),
            ShippedFlows.prompts(),
            List.of(),
            new BufferedReader(
                new StringReader(String.join("\n", keys) + (keys.length == 0 ? "" : "\n"))),
            new PrintStream(screen, true, StandardCharsets.UTF_8))
        .play();
    return screen.toString(StandardCharsets.UTF_8);
  }
}
