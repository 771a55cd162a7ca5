package org.ariane.ops.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ariane.ivr.flow.Surroundings;
import org.ariane.ivr.flow.yaml.FlowFile;
import org.ariane.ivr.flow.yaml.FlowLoad;
import org.ariane.ivr.flow.yaml.ShippedFlows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The schema for editors agrees with what the server reads.
class FlowSchemaTest {
  static final List<String> FLOWS = ShippedFlows.NAMES;

  private static final String SMALL =
      """
      line: "3919"
      start: ask
      human: queue
      nodes:
        ask:
          type: menu
          say: [choice]
          keys: { 1: queue, 2: queue, 3: queue }
          wait: 5s
          attempts: 2
          silence: queue
          wrong: queue
        queue:
          type: queue
          say: [wait]
          next: [wait-next]
          waiting: [wait-long]
          every: 30s
          keys: { 1: ask }
          longer: [wait-association]
          later: { 3: ask }
      """;

  @ParameterizedTest
  @FieldSource("FLOWS")
  void shippedFlowsAreValid(String name) throws IOException {
    assertThat(schema().validate(ShippedFlows.text(name), InputFormat.YAML)).isEmpty();
  }

  @Test
  void smallOneIsSoundForBoth() throws IOException {
    assertThat(schema().validate(SMALL, InputFormat.YAML)).isEmpty();
    assertThat(read(SMALL)).isInstanceOf(FlowLoad.Loaded.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type: menu -> type: carousel",
        "say: [choice] -> say: []",
        "say: [choice] -> say: [Choice!]",
        "wait: 5s -> wait: 31s",
        "attempts: 2 -> attempts: 9",
        "silence: queue -> silent: queue",
        "keys: { 1: queue, -> keys: { x: queue,",
        "every: 30s -> every: 5s",
        "human: queue -> people: queue",
        "longer: [wait-association] -> silent: false",
        "later: { 3: ask } -> silent: false",
        "later: { 3: ask } -> later: { x: ask }",
      })
  void whatIsWrongForOneIsWrongForTheOther(String change) throws IOException {
    String[] sides = change.split(" -> ", -1);
    String bad = SMALL.replace(sides[0], sides[1]);

    assertThat(bad).isNotEqualTo(SMALL);
    assertThat(schema().validate(bad, InputFormat.YAML)).isNotEmpty();
    assertThat(read(bad)).isInstanceOf(FlowLoad.Rejected.class);
  }

  private static FlowLoad read(String text) {
    return FlowFile.read(
        "small.yaml", text, Surroundings.anyService(ShippedFlows.prompts(), false));
  }

  private static Schema schema() throws IOException {
    try (var in = ShippedFlows.class.getResourceAsStream("/flows/flow.schema.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
    }
  }
}
