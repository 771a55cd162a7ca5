package org.ariane.directory.schedule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// The reference implementation, opening_hours.js, in a process of its own; its version and the
/// digests of all its parts are pinned by `src/test/npm/package-lock.json`.
final class Oracle {
  private static final Path PINNED = Path.of("src/test/npm");
  private static final Path INSTALLED = Path.of("target/hours-oracle");

  private Oracle() {}

  /// What it says of each: `refused`, or a letter for each instant and the next openings.
  ///
  /// @return empty where node or npm are missing or the package cannot be fetched
  static Optional<List<String>> answers(List<String> texts) throws IOException {
    if (!installed()) {
      return Optional.empty();
    }
    Path questions = INSTALLED.resolve("questions");
    Path answers = INSTALLED.resolve("answers");
    Files.writeString(
        questions, texts.stream().map(Oracle::question).collect(Collectors.joining()));
    ProcessBuilder node =
        new ProcessBuilder("node", "oracle.mjs")
            .directory(INSTALLED.toFile())
            .redirectInput(questions.toFile())
            .redirectOutput(answers.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    node.environment().put("TZ", GeneratedHours.PARIS.getId());
    if (!succeeds(node, 900)) {
      throw new IllegalStateException("the reference implementation broke down");
    }
    return Optional.of(Files.readAllLines(answers, StandardCharsets.UTF_8));
  }

  private static String question(String text) {
    return GeneratedHours.instants(text).stream()
        .map(Instant::toEpochMilli)
        .map(String::valueOf)
        .collect(Collectors.joining(",", text + "\t", "\n"));
  }

  private static boolean installed() throws IOException {
    Files.createDirectories(INSTALLED);
    for (String file : List.of("package.json", "package-lock.json", "oracle.mjs")) {
      Files.copy(
          PINNED.resolve(file), INSTALLED.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    if (Files.isDirectory(INSTALLED.resolve("node_modules/opening_hours"))) {
      return true;
    }
    ProcessBuilder npm =
        new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
            .directory(INSTALLED.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    return succeeds(npm, 120);
  }

  private static boolean succeeds(ProcessBuilder builder, int seconds) {
    try {
      Process process = builder.start();
      if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return false;
      }
      return process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
