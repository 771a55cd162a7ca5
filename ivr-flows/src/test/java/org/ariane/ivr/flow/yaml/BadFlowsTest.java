package org.ariane.ivr.flow.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.ariane.directory.service.ServiceId;
import org.ariane.ivr.flow.Flow;
import org.ariane.ivr.flow.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Flows that nobody may call: `# !` stands on the very line that is to be named, with the reason.
class BadFlowsTest {
  private static final Surroundings AROUND =
      new Surroundings(
          ShippedFlows.prompts(), service -> service.equals(new ServiceId("fr-119")), false);

  @ParameterizedTest
  @MethodSource("files")
  void tellsFileLineAndReason(Path file) throws IOException {
    List<FlowProblem> expected = expected(file);
    List<FlowProblem> found = problems(name(file), Files.readString(file));

    assertThat(found)
        .allSatisfy(problem ->
            assertThat(expected)
                .as(problem.toString())
                .anyMatch(each -> each.line() == problem.line()));
    assertThat(expected)
        .isNotEmpty()
        .allSatisfy(each ->
            assertThat(found)
                .as(each.toString())
                .anyMatch(problem ->
                    problem.line() == each.line()
                        && problem.reason().startsWith(each.reason())
                        && problem.file().equals(each.file())));
  }

  static List<Path> files() throws IOException, URISyntaxException {
    Path folder =
        Path.of(
            Objects.requireNonNull(BadFlowsTest.class.getResource("/flows/bad/loop.yaml")).toURI());
    try (Stream<Path> files = Files.list(Objects.requireNonNull(folder.getParent()))) {
      return files.sorted().toList();
    }
  }

  @Test
  void emptyFileIsRefused() {
    assertThat(problems("empty.yaml", ""))
        .containsExactly(new FlowProblem("empty.yaml", 1, "the file is empty"));
  }

  @Test
  void shippedFlowsAreSound() {
    for (String name : ShippedFlows.NAMES) {
      Surroundings around =
          new Surroundings(
              ShippedFlows.prompts(),
              service -> List.of("fr-119", "be-103").contains(service.value()),
              true);
      assertThat(FlowFile.read(name + ".yaml", ShippedFlows.text(name), around))
          .as(name)
          .isInstanceOf(FlowLoad.Loaded.class);
    }
  }

  /// The version names the text: one changed word, another version.
  @Test
  void versionChangesWithTheText() {
    String text = ShippedFlows.text("3919");
    assertThat(flow(text).ref()).isEqualTo(flow(text).ref());
    assertThat(flow(text.replace("every: 30s", "every: 40s")).ref()).isNotEqualTo(flow(text).ref());
  }

  private static Flow flow(String text) {
    return switch (FlowFile.read(
        "3919.yaml", text, Surroundings.anyService(ShippedFlows.prompts(), true))) {
      case FlowLoad.Loaded(Flow flow) -> flow;
      case FlowLoad.Rejected(List<FlowProblem> problems) ->
          throw new AssertionError(problems.toString());
    };
  }

  private static List<FlowProblem> problems(String file, String text) {
    return switch (FlowFile.read(file, text, AROUND)) {
      case FlowLoad.Loaded(Flow _) -> List.of();
      case FlowLoad.Rejected(List<FlowProblem> problems) -> problems;
    };
  }

  private static String name(Path file) {
    return Objects.requireNonNull(file.getFileName()).toString();
  }

  private static List<FlowProblem> expected(Path file) throws IOException {
    List<FlowProblem> expected = new ArrayList<>();
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      int mark = lines.get(i).indexOf("# ! ");
      if (mark >= 0) {
        for (String reason : lines.get(i).substring(mark + 4).split(" ;; ", -1)) {
          expected.add(new FlowProblem(name(file), i + 1, reason.strip()));
        }
      }
    }
    return expected;
  }
}
