package org.ariane.router.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ariane.directory.place.CentreId;
import org.ariane.directory.place.ChainStep;
import org.ariane.router.priority.PriorityClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConflictsTest {
  @ParameterizedTest
  @CsvSource({
    "own neighbour, '', CRITICAL, own neighbour",
    "own neighbour, own, CRITICAL, own/duty-officer neighbour",
    "own neighbour, own, HIGH, neighbour own/duty-officer",
    "own own/second own/duty-officer neighbour own/duty-phone, own, NORMAL,"
        + " neighbour own/duty-officer own/duty-phone",
    "own own/second neighbour, neighbour, CRITICAL, own own/second",
    "own, own, NORMAL, own/duty-officer",
    "own neighbour, own neighbour, HIGH, own/duty-officer",
    "neighbour own/duty-officer, own, CRITICAL, own/duty-officer neighbour",
    "own/duty-officer neighbour, own, CRITICAL, own/duty-officer neighbour"
  })
  void barredCentresArePassedOverButForTheDutyOfficerOfHerOwn(
      String chain, String barred, PriorityClass urgency, String expected) {
    List<ChainStep> around = Conflicts.around(centres(barred), steps(chain), urgency);
    assertThat(around).isEqualTo(steps(expected));
    assertThat(Conflicts.around(centres(barred), around, urgency)).isEqualTo(around);
  }

  private static List<ChainStep> steps(String text) {
    return Stream.of(text.split(" ", -1)).map(ChainStep::parse).toList();
  }

  private static Set<CentreId> centres(String text) {
    return text.isEmpty()
        ? Set.of()
        : Set.of(text.split(" ", -1)).stream()
            .map(CentreId::new)
            .collect(java.util.stream.Collectors.toSet());
  }
}
