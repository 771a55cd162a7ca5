package org.ariane.ivr.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.ariane.ivr.flow.yaml.ShippedFlows;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Each flow against its table of paths.
class PathsTest {
  static final java.util.List<String> FLOWS = ShippedFlows.NAMES;

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("rows")
  void leadsAlong(String name, PathTable.Row row) {
    Caller caller = new Caller(ShippedFlows.flow(name)).plays(row.keys());

    assertThat(new PathTable.Row(row.keys(), caller.hears(), caller.end()))
        .usingRecursiveComparison()
        .isEqualTo(row);
  }

  static Stream<Arguments> rows() {
    return FLOWS.stream()
        .flatMap(name -> PathTable.of(name).rows().stream().map(row -> Arguments.of(name, row)));
  }

  /// A node that no row passes is one that nobody looked at.
  @ParameterizedTest
  @FieldSource("FLOWS")
  void tablePassesEveryNode(String name) {
    Flow flow = ShippedFlows.flow(name);
    Set<NodeId> passed = new HashSet<>();
    PathTable.of(name)
        .rows()
        .forEach(row -> passed.addAll(new Caller(flow).plays(row.keys()).passed));

    assertThat(passed).isEqualTo(flow.nodes().keySet());
  }

  /// Whatever she chose so far, and then nothing more: a human.
  @ParameterizedTest
  @FieldSource("FLOWS")
  void whoeverFallsSilentReachesAHuman(String name) {
    Flow flow = ShippedFlows.flow(name);
    Stream.concat(
            PathTable.of(name).rows().stream().map(PathTable.Row::keys),
            Stream.of("1", "2", "3", "4", "5", "6 1", "6 5", "6 9", "6 0", "6"))
        .forEach(keys -> {
          String[] pressed = keys.split(" +", -1);
          for (int heard = 0; heard <= pressed.length; heard++) {
            Caller caller = new Caller(flow);
            for (int key = 0; key < heard; key++) {
              caller.plays(pressed[key]);
            }
            assertThat(caller.step() instanceof Step.HangUp || silentEnd(caller))
                .as("%s: %s, %d keys", name, keys, heard)
                .isTrue();
          }
        });
  }

  /// A sentence that an announced key led to may be the last; everything else leads to a queue.
  private static boolean silentEnd(Caller caller) {
    for (int steps = 0; steps < 20; steps++) {
      if (caller.step() instanceof Step.Wait) {
        return true;
      }
      if (caller.step() instanceof Step.Say && caller.step().state().node().value().equals("end")) {
        return true;
      }
      caller.plays(caller.step() instanceof Step.RaiseAlarm ? "failed" : "-");
    }
    return false;
  }
}
