package org.ariane.ivr.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.ariane.ivr.flow.yaml.ShippedFlows;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Paths through the shipped flow. `-` is silence, words are outcomes of raising the alarm.
class InterpreterTest {
  private final Interpreter interpreter = new Interpreter(ShippedFlows.flow("3919"));

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "1 2 94700            | language choice postcode queue(fr,94700)",
        "2 2 1000             | language choice postcode queue(nl,1000)",
        "5 2 #                | language choice postcode queue(ar)",
        "4 2 -                | language choice postcode queue(en)",
        "3 2 947 59000        | language choice postcode postcode queue(de,59000)",
        "3 2 947 12           | language choice postcode postcode queue(de)",
        "- -                  | language language silent(silent)",
        "- 1 2 #              | language language choice postcode queue(fr)",
        "1 - -                | language choice choice silent(fr,silent)",
        "9 9                  | language language queue",
        "1 7 7                | language choice choice queue(fr)",
        "1 1 STORED 94700 STORED    | language choice ALARM police-where ALARM danger(fr,94700)",
        "1 1 STORED #               | language choice ALARM police-where danger-no-place(fr)",
        "1 1 STORED -               | language choice ALARM police-where danger-no-place(fr)",
        "1 1 STORED 99999 NO_PLACE  | language choice ALARM police-where ALARM"
            + " danger-no-place(fr,99999)",
        "1 1 STORED 59000 UNCOVERED | language choice ALARM police-where ALARM"
            + " danger-uncovered(fr,59000)",
        "1 1 FAILED                 | language choice ALARM not-stored(fr)",
        "1 1 STORED 94700 FAILED    | language choice ALARM police-where ALARM not-stored(fr,94700)",
        "1 2 94700 1 STORED STORED  | language choice postcode queue(fr,94700) ALARM ALARM"
            + " danger(fr,94700)",
        "1 2 # 5 -                  | language choice postcode queue(fr) queue(fr) queue(fr)",
        "- - 1 STORED 94700 STORED  | language language silent(silent) ALARM police-where ALARM"
            + " danger(94700)",
        "1 LOST                     | language choice queue(fr)",
        "1 2 94700 LOST             | language choice postcode queue(fr,94700) queue(fr,94700)",
      })
  void leadsAlong(String inputs, String path) {
    List<String> passed = new ArrayList<>();
    Step step = interpreter.step(FlowState.at(interpreter.flow().start()), new Input.Begun());
    passed.add(name(step));
    for (String input : inputs.strip().split(" +", -1)) {
      step = interpreter.step(step.state(), input(input));
      passed.add(name(step));
    }
    assertThat(String.join(" ", passed)).isEqualTo(path.strip());
  }

  @org.junit.jupiter.api.Test
  void stateOfAnotherFlowLeadsToAHuman() {
    Step step = interpreter.step(FlowState.at(new NodeId("of-yesterday")), new Input.Keys("1"));
    assertThat(name(step)).isEqualTo("queue");
  }

  private static Input input(String word) {
    return switch (word) {
      case "-" -> new Input.Silence();
      case "LOST" -> new Input.Lost();
      case "STORED", "NO_PLACE", "UNCOVERED", "FAILED" ->
          new Input.Alarmed(AlarmOutcome.valueOf(word));
      default -> new Input.Keys(word);
    };
  }

  private static String name(Step step) {
    return switch (step) {
      case Step.Ask ask -> ask.state().node().value();
      case Step.Say say -> say.state().node().value();
      case Step.RaiseAlarm _ -> "ALARM";
      case Step.FindCommunes(_, String keys, _) -> "FIND:" + keys;
      case Step.Transfer(_, Node.Transfer node) -> "RING:" + node.target();
      case Step.CallBack _ -> "CALLBACK";
      case Step.HangUp _ -> "END";
      case Step.Wait wait -> wait.queue().id() + known(wait.state());
    };
  }

  private static String known(FlowState state) {
    List<String> known = new ArrayList<>();
    state.language().ifPresent(language -> known.add(language.tag()));
    state.postcode().ifPresent(postcode -> known.add(postcode.digits()));
    if (state.silent()) {
      known.add("silent");
    }
    return known.isEmpty() ? "" : "(" + String.join(",", known) + ")";
  }
}
