package org.ariane.ops.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// One SIPp process that plays a telephone.
final class SipPlayer implements AutoCloseable {
  private final Process process;
  private final Path folder;
  private final String scenario;

  private SipPlayer(Process process, Path folder, String scenario) {
    this.process = process;
    this.folder = folder;
    this.scenario = scenario;
  }

  /// Starts a scenario of the resources.
  ///
  /// @param media first of four UDP ports for its voice
  static SipPlayer play(String scenario, int port, int media, List<String> arguments)
      throws IOException {
    Path folder = Files.createTempDirectory("ariane-sip");
    Path file = folder.resolve("scenario.xml");
    try (InputStream in =
        Objects.requireNonNull(SipPlayer.class.getResourceAsStream("/demo/" + scenario + ".xml"))) {
      Files.copy(in, file);
    }
    List<String> command =
        new ArrayList<>(
            List.of(
                "sipp",
                "-sf",
                file.toString(),
                "-i",
                "127.0.0.1",
                "-p",
                Integer.toString(port),
                "-mi",
                "127.0.0.1",
                "-mp",
                Integer.toString(media),
                "-m",
                "1",
                "-nostdin",
                "-timeout",
                "90"));
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("screen").toFile())
            .start();
    return new SipPlayer(process, folder, scenario);
  }

  /// Waits for the end of the scenario and throws when it did not go as written.
  void finish() throws IOException, InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException(
          "the telephone of '"
              + scenario
              + "' did not get through its scenario:\n"
              + Files.readString(folder.resolve("screen")));
    }
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
