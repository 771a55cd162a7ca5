package org.ariane.directory.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Holds the evaluator against opening_hours.js 3.15 on hours from a seeded grammar and from the
/// world. Every difference must be justified by a row of `differences.txt`.
///
/// The recorded answers are tried always, on a machine without node too; with `-Dariane.soak=true`
/// 3,000 hours anew, wherever node and npm are; `-Dariane.seed=N` and `-Dariane.hours=N` for
/// others; `-Dariane.record=true` writes the record.
class OracleTest {
  private static final Logger LOG = LoggerFactory.getLogger(OracleTest.class);
  private static final Path RECORD = Path.of("src/test/resources/schedule/oracle.txt");
  private static final Path WORLD = Path.of("src/test/resources/schedule/world.txt");
  private static final long SEED = Long.getLong("ariane.seed", 5);

  @Test
  void saysWhatTheRecordedReferenceSaid() throws IOException {
    if (Boolean.getBoolean("ariane.record")) {
      List<String> texts = texts(500);
      List<String> answers = Oracle.answers(texts).orElseThrow();
      List<String> lines = new ArrayList<>();
      for (int at = 0; at < texts.size(); at++) {
        lines.add(texts.get(at) + "\t" + answers.get(at));
      }
      Files.write(RECORD, lines);
    }
    List<String> texts = new ArrayList<>();
    List<String> answers = new ArrayList<>();
    for (String line : Files.readAllLines(RECORD)) {
      int tab = line.indexOf('\t');
      texts.add(line.substring(0, tab));
      answers.add(line.substring(tab + 1));
    }

    assertThat(texts).hasSizeGreaterThan(500);
    compare(texts, answers, false);
  }

  @Test
  void saysWhatTheReferenceSays() throws IOException {
    boolean soak = Boolean.getBoolean("ariane.soak");
    assumeTrue(soak, "the full comparison runs with -Dariane.soak=true");
    List<String> texts = texts(Integer.getInteger("ariane.hours", 3_000));
    Optional<List<String>> answers = Oracle.answers(texts);
    assumeTrue(answers.isPresent(), "no node, no npm, or no registry");

    compare(texts, answers.get(), true);
  }

  private static List<String> texts(int generated) throws IOException {
    GeneratedHours grammar = new GeneratedHours(SEED);
    return Stream.concat(
            Files.readAllLines(WORLD).stream().filter(line -> !line.startsWith("#")),
            Stream.generate(grammar::next).limit(generated))
        .distinct()
        .toList();
  }

  private static void compare(List<String> texts, List<String> answers, boolean all)
      throws IOException {
    Differences differences = Differences.read();
    assertThat(answers).hasSameSizeAs(texts);
    for (int at = 0; at < texts.size(); at++) {
      differences.compare(texts.get(at), answers.get(at));
    }
    assertThat(differences.unjustified()).as("%s", differences.figures()).isEmpty();
    if (all) {
      LOG.info("Hours against the reference implementation: {}", differences.figures());
      assertThat(differences.unused()).as("rows that justify nothing").isEmpty();
    }
  }
}
