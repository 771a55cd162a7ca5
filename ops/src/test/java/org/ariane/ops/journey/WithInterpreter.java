package org.ariane.ops.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/// The sample directory, and an interpreter who is not from her area.
final class WithInterpreter {
  static final String ID = "interpreter-1";
  static final String NUMBER = "+33199000077";
  private static final Path SAMPLE = Path.of("../directory/sample");

  private WithInterpreter() {}

  /// A folder of its own.
  static Path directory() {
    try (Stream<Path> files = Files.walk(SAMPLE)) {
      Path folder = Files.createTempDirectory("directory");
      for (Path file : files.sorted().toList()) {
        Path copy = folder.resolve(SAMPLE.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
      return Files.writeString(
              folder.resolve("services.yaml"), INTERPRETER, StandardOpenOption.APPEND)
          .getParent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final String INTERPRETER =
      """

        - id: %s
          organisation: solidarite-femmes
          name: Interprète de garde (sample)
          kind: interpreter
          country: FR
          needs: ["urn:service:counseling"]
          languages: [fr, ar]
          coverage: {countries: [FR]}
          channels:
            - {kind: phone, number: "%s", hours: 24/7}
          confirmed-at: 2026-11-01
          sample: true
      """
          .formatted(ID, NUMBER);
}
