package org.ariane.ivr.flow.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.ariane.ivr.flow.FlowRef;
import org.ariane.ivr.flow.Surroundings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedFlowsTest {
  @TempDir Path folder;

  @BeforeEach
  void copy() throws IOException {
    for (String name : ShippedFlows.NAMES) {
      write(name, ShippedFlows.text(name));
    }
  }

  @Test
  void changeHoldsForNewCallsWhileThoseUnderWayKeepTheirFlow() throws IOException {
    try (WatchedFlows flows = watched()) {
      FlowRef before = flows.get().of(ShippedFlows.STANDARD).flow().ref();
      write("3919", ShippedFlows.text("3919").replace("every: 30s", "every: 40s"));

      await().until(() -> !flows.get().of(ShippedFlows.STANDARD).flow().ref().equals(before));
      assertThat(flows.get().find(before)).isPresent();
    }
  }

  @Test
  void badFileChangesNothingAndIsNamedWithItsLine() throws IOException {
    try (WatchedFlows flows = watched()) {
      FlowRef before = flows.get().of(ShippedFlows.STANDARD).flow().ref();
      write("3919", ShippedFlows.text("3919").replace("then: choice", "then: nowhere"));

      await().until(() -> !flows.problems().isEmpty());
      assertThat(flows.problems().getFirst().toString())
          .startsWith("3919.yaml:")
          .contains("nowhere");
      assertThat(flows.get().of(ShippedFlows.STANDARD).flow().ref()).isEqualTo(before);

      write("3919", ShippedFlows.text("3919"));
      await().until(() -> flows.problems().isEmpty());
    }
  }

  @Test
  void twoFilesForOneLineAreRefusedAtStart() throws IOException {
    write("copy", ShippedFlows.text("3919"));

    assertThatThrownBy(this::watched)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("another file is for the line 3919");
  }

  @Test
  void folderWithoutTheStandardLineIsRefusedAtStart() throws IOException {
    Files.delete(folder.resolve("3919.yaml"));

    assertThatThrownBy(this::watched).hasMessageContaining("no file is for the line 3919");
  }

  private WatchedFlows watched() {
    return WatchedFlows.start(
        folder,
        ShippedFlows.STANDARD,
        () -> Surroundings.anyService(ShippedFlows.prompts(), true),
        Duration.ofMillis(50),
        InstantSource.system());
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name + ".yaml"), text);
  }
}
