package org.ariane.ops.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command `ops/directory` in a shell, as a coordinator runs it, on a copy of the sample and
/// the examples that Open Referral publishes.
class DirectoryCommandIT {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path EXAMPLES = Path.of("../../shared/conformance/hsds/examples");
  private static final String INCLUSION =
      """
      [{"id": "one", "structure_id": "house", "nom": "Accueil (essai)", "source": "essai",
        "thematiques": ["famille--surmonter-conflits-separation-violence"],
        "telephone": "03 20 00 00 00", "zone_eligibilite": ["59"], "date_maj": "2026-10-01"}]
      """;
  private static final String STRUCTURES =
      "[{\"id\": \"house\", \"nom\": \"Maison (essai)\", \"source\": \"essai\"}]";

  @TempDir private Path data;
  private Path folder = Path.of("");

  private record Run(int code, String out, String err) {}

  @BeforeEach
  void copy() throws IOException {
    folder = data.resolve("directory");
    Path sample = ROOT.resolve("directory/sample");
    try (Stream<Path> files = Files.walk(sample)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(sample.relativize(file).toString()));
      }
    }
  }

  private Run directory(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(ROOT.resolve("ops/directory").toString()));
    command.addAll(List.of(arguments));
    Path out = data.resolve("out");
    Path err = data.resolve("err");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("ops/directory did not end");
    }
    return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString(), Files.readString(file, UTF_8));
      }
    }
    return files;
  }

  @Test
  void aDryRunChangesNothingAnImportDoesAndUndoPutsItBack() throws Exception {
    Path services = Files.writeString(data.resolve("services.json"), INCLUSION);
    Path structures = Files.writeString(data.resolve("structures.json"), STRUCTURES);
    Map<String, String> before = files();
    String[] bring = {
      "import",
      "inclusion",
      structures.toString(),
      services.toString(),
      "--into",
      folder.toString(),
      "--source",
      "essai",
      "--language",
      "fr",
      "--dry-run"
    };

    Run dry = directory(bring);
    assertThat(dry.code()).as(dry.out() + dry.err()).isZero();
    assertThat(dry.out()).contains("+", "essai-one");
    assertThat(files()).isEqualTo(before);

    Run real = directory(Arrays.copyOf(bring, bring.length - 1));
    assertThat(real.code()).as(real.out() + real.err()).isZero();
    assertThat(files().toString()).contains("Accueil (essai)");
    assertThat(directory("check", folder.toString()).out()).startsWith("OK ");

    assertThat(directory("undo", "--into", folder.toString()).code()).isZero();
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void whatCannotBeReadChangesNothingAndSaysWhere() throws Exception {
    Path broken = Files.writeString(data.resolve("broken.json"), "[\n{\"id\": \"a\",\n");
    Map<String, String> before = files();

    Run run = directory("import", "hsds", broken.toString(), "--into", folder.toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out() + run.err()).contains("broken.json", "unreadable");
    assertThat(files()).isEqualTo(before);
    assertThat(directory("import", "pigeon", broken.toString()).code()).isNotZero();
  }

  @Test
  void examplesOfOpenReferralComeInAndGoOut() throws Exception {
    if (System.getenv("ARIANE_CI") == null) {
      Assumptions.assumeTrue(Files.exists(EXAMPLES), "skipped, not here: " + EXAMPLES);
    }
    Run run =
        directory(
            "import",
            "hsds",
            EXAMPLES.resolve("service_full.json").toString(),
            "--into",
            folder.toString(),
            "--source",
            "openreferral",
            "--country",
            "FR",
            "--language",
            "en",
            "--coverage",
            "FR");
    assertThat(run.out() + run.err()).contains("service_full.json");

    Path out = data.resolve("export.json");
    assertThat(
            directory("export", "hsds", "--from", folder.toString(), "--out", out.toString())
                .code())
        .isZero();
    JsonObject page = new JsonObject(Files.readString(out));
    assertThat(page.getJsonArray("contents")).hasSizeGreaterThan(5);
    Run points = directory("export", "geojson", "--from", folder.toString());
    assertThat(new JsonObject(points.out()).getString("type")).isEqualTo("FeatureCollection");
  }
}
