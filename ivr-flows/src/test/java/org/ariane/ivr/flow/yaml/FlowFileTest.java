package org.ariane.ivr.flow.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ariane.ivr.flow.Flow;
import org.ariane.ivr.flow.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowFileTest {
  private static final String SHIPPED = ShippedFlows.text("3919");

  private static final Surroundings AROUND = Surroundings.anyService(ShippedFlows.prompts(), false);

  @Test
  void shippedFlowIsSound() {
    assertThat(problems(SHIPPED)).isEmpty();
    assertThat(ShippedFlows.flow("3919").line().value()).isEqualTo("3919");
  }

  /// One thing made wrong in the shipped flow, and what the coordinator is told.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "then: choice | then: choise | 14 | node 'language': leads to unknown node 'choise'",
        "start: language | start: langage | 5 | the flow starts at 'langage'",
        "human: queue | human: choice | 18 | 'human' must name a queue",
        "say: [choice] | say: [chois] | 20 | prompt 'chois' is missing in 'ar'",
        "{ 1: police, 2: postcode } | { 3: police, 2: postcode } | 21 | key 3 acts without being"
            + " announced in 'de'",
        "{ 1: fr, 2: nl | { 1: it, 2: nl | 11 | key 1 chooses 'it', which has no prompts",
        "none: danger-no-place | none: police-where | 44 | loop without exit",
        "type: menu | type: menue | 19 | unknown type 'menue'",
        "wait: 4s | wait: 90s | 12 | 'wait' must be 1s to 30s",
        "attempts: 2 | attempts: two | 13 | 'attempts' must be 1 to 5",
        "wrong: queue | wrng: queue | 9 | 'wrong' is missing",
        "wrong: queue | wrng: queue | 16 | unknown field 'wrng'",
        "start: language | start: [ | 7 | not YAML",
      })
  void tellsFileLineAndReason(String good, String bad, int line, String reason) {
    assertThat(SHIPPED).contains(good);
    assertThat(problems(SHIPPED.replaceFirst(java.util.regex.Pattern.quote(good), bad)))
        .anySatisfy(problem -> {
          assertThat(problem.toString()).startsWith("3919.yaml:");
          assertThat(problem.reason()).contains(reason.strip());
          assertThat(problem.line()).isEqualTo(line);
        });
  }

  @Test
  void tellsAllProblemsAtOnce() {
    String broken = SHIPPED.replace("attempts: 2", "attempts: 9").replace("wait: 5s", "wait: 5");
    assertThat(problems(broken)).hasSize(7);
  }

  @Test
  void flowWithoutAQueueIsADeadEnd() {
    assertThat(
            problems(
                """
                line: "3919"
                start: police
                human: police
                nodes:
                  police:
                    type: alarm
                    stored: police
                    no-place: police
                    uncovered: police
                    failed: police
                """))
        .extracting(FlowProblem::reason)
        .anySatisfy(reason -> assertThat(reason).contains("'human' must name a queue"));
  }

  private static List<FlowProblem> problems(String text) {
    return switch (FlowFile.read("3919.yaml", text, AROUND)) {
      case FlowLoad.Loaded(Flow _) -> List.of();
      case FlowLoad.Rejected(List<FlowProblem> problems) -> problems;
    };
  }
}
