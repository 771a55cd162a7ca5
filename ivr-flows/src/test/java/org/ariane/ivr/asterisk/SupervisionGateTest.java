package org.ariane.ivr.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Nobody is listened to unannounced: every way into a talk without a voice of one's own stands
/// behind the gate that announces.
class SupervisionGateTest {
  private static final Path CONF = Path.of("../ops/asterisk/conf");

  @Test
  void whoeverListensHasPassedTheGate() throws IOException {
    List<String> lines = Files.readAllLines(CONF.resolve("dialplan/supervise.conf"));
    for (String listening : List.of("ChanSpy(", "ariane-listener")) {
      assertThat(occurrences(listening))
          .filteredOn(line -> line.startsWith("exten") || line.startsWith(" same"))
          .hasSize(1);
      int at = indexOf(lines, listening);
      int mode = lastBefore(lines, at, "exten =>");
      assertThat(lines.get(mode)).contains("Gosub(ariane-enter,s,1(");
      assertThat(lines.get(mode + 1)).contains("\"${GOSUB_RETVAL}\"!=\"1\"]?closed,1");
    }
  }

  @Test
  void theGateOpensOnlyAfterTheAnnouncementWasPlayedToItsEnd() throws IOException {
    String supervise = Files.readString(CONF.resolve("dialplan/supervise.conf"));
    assertThat(supervise.split("SHARED\\(ARIANE_ANNOUNCED,", -1)).hasSize(2);
    assertThat(supervise)
        .contains(
            """
             same => n,Playback(${ARIANE_SAY})
             same => n,ExecIf($["${PLAYBACKSTATUS}"="SUCCESS"]?Set(SHARED(ARIANE_ANNOUNCED,${ARIANE_FOR})=1))
            """);
  }

  @Test
  void theServerNamesNoApplicationToTheSwitch() throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
        assertThat(Files.readString(source)).as(source.toString()).doesNotContain("setApplication");
      }
    }
  }

  private static List<String> occurrences(String text) throws IOException {
    try (Stream<Path> files = Files.walk(CONF)) {
      return files
          .filter(file -> file.toString().endsWith(".conf"))
          .flatMap(SupervisionGateTest::lines)
          .filter(line -> line.contains(text))
          .toList();
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static int indexOf(List<String> lines, String text) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(text)) {
        return i;
      }
    }
    throw new AssertionError(text);
  }

  private static int lastBefore(List<String> lines, int at, String start) {
    int i = at;
    while (!lines.get(i).startsWith(start)) {
      i--;
    }
    return i;
  }
}
