package org.ariane.directory.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderUpdateTest {
  private static final Instant NOW = Instant.parse("2026-11-24T18:00:00Z");
  private static final Map<String, String> MORE =
      Map.of("import-there-001.yaml", "organisations: [{id: annex, name: Annex}]\n");

  @TempDir Path parent;
  private Path folder;

  @BeforeEach
  void copy() throws IOException {
    folder = parent.resolve("directory");
    TestFolders.copy("good", folder);
    Files.writeString(folder.resolve("NOTES.md"), "by hand");
  }

  @Test
  void aDryRunChangesNothing() throws IOException {
    FolderUpdate.Outcome outcome = FolderUpdate.of(folder).replace(file -> false, MORE, false, NOW);

    assertThat(lines(outcome))
        .containsExactly("+ organisation annex  Annex", "1 added, 0 changed, 0 removed");
    assertThat(siblings()).containsExactly("directory");
    assertThat(folder.resolve("import-there-001.yaml")).doesNotExist();
  }

  @Test
  void aChangeTakesTheNameOfTheFolderAndKeepsTheOldOne() throws IOException {
    FolderUpdate.of(folder).replace(file -> false, MORE, true, NOW);

    assertThat(TestFolders.directory(folder).organisations()).hasSize(2);
    assertThat(folder.resolve("NOTES.md")).hasContent("by hand");
    assertThat(folder.resolve("areas/square.geojson")).exists();
    assertThat(siblings()).containsExactly("directory", "directory.before-20261124T180000000Z");
  }

  @Test
  void whatWouldNotHoldTogetherIsRefusedWithItsLines() throws IOException {
    String dangling =
        """
        services:
          - id: another
            organisation: nobody
            name: Another
            kind: association
            country: FR
            languages: [fr]
            coverage: {countries: [FR]}
            channels: [{kind: phone, number: "3919", hours: 24/7}]
            confirmed-at: 2026-11-01
        """;

    FolderUpdate.Outcome outcome =
        FolderUpdate.of(folder).replace(file -> false, Map.of("new.yaml", dangling), true, NOW);

    assertThat(outcome)
        .isEqualTo(
            new FolderUpdate.Outcome.Refused(
                "the directory would not hold together",
                List.of(new DirectoryProblem("new.yaml", 3, "there is no organisation nobody"))));
    assertThat(siblings()).containsExactly("directory");
  }

  @Test
  void aChangeIsUndoneAndTheUndoneFolderIsKept() throws IOException {
    FolderUpdate update = FolderUpdate.of(folder);
    update.replace(file -> false, MORE, true, NOW);

    FolderUpdate.Outcome outcome = update.undo(true, NOW.plusSeconds(60));

    assertThat(lines(outcome)).contains("- organisation annex  Annex");
    assertThat(TestFolders.directory(folder).organisations()).hasSize(1);
    assertThat(siblings()).containsExactly("directory", "directory.undone-20261124T180100000Z");
  }

  @Test
  void aCrashBetweenTwoNamesIsFinishedByWhoeverComesNext() throws IOException {
    FolderUpdate.of(folder).replace(file -> false, MORE, true, NOW);
    Files.move(folder, parent.resolve(".directory.next"));

    FolderUpdate.of(folder);

    assertThat(TestFolders.directory(folder).organisations()).hasSize(2);
  }

  @Test
  void twoChangesAtOnceAreRefused() throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                parent.resolve(".directory.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      assertThat(held.isValid()).isTrue();
      assertThat(FolderUpdate.of(folder).replace(file -> false, MORE, true, NOW))
          .isInstanceOfSatisfying(
              FolderUpdate.Outcome.Refused.class,
              refused ->
                  assertThat(refused.reason())
                      .isEqualTo("another change of the folder is under way"));
    }
  }

  @Test
  void aFolderWithFaultsOfItsOwnIsNotTouched() throws IOException {
    Files.writeString(folder.resolve("broken.yaml"), "services: [");

    assertThat(FolderUpdate.of(folder).replace(file -> false, MORE, true, NOW))
        .isInstanceOfSatisfying(
            FolderUpdate.Outcome.Refused.class,
            refused -> assertThat(refused.problems()).isNotEmpty());
  }

  @Test
  void whatChangesIsToldFieldByField() throws IOException {
    String text = Files.readString(folder.resolve("directory.yaml"));
    String changed =
        text.replace("Mo-Fr 09:00-17:00; PH off", "Mo-Fr 09:00-18:00; PH off")
            .replace("public: [woman, without-papers]", "public: [woman, man]")
            .replace("city: Strasbourg", "city: Sélestat");

    FolderUpdate.Outcome outcome =
        FolderUpdate.of(folder)
            .replace(file -> false, Map.of("directory.yaml", changed), false, NOW);

    assertThat(lines(outcome))
        .containsExactly(
            "~ service service",
            "    audiences: without_papers -> man",
            "    channels: +33199000002 Mo-Fr 09:00-17:00; PH off false ->"
                + " +33199000002 Mo-Fr 09:00-18:00; PH off false",
            "    premises.address.city: Strasbourg -> Sélestat",
            "0 added, 1 changed, 0 removed");
  }

  private List<String> siblings() throws IOException {
    try (Stream<Path> files = Files.list(parent)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals(".directory.lock"))
          .sorted()
          .toList();
    }
  }

  private static List<String> lines(FolderUpdate.Outcome outcome) {
    return switch (outcome) {
      case FolderUpdate.Outcome.Ready(var diff) -> diff.lines();
      case FolderUpdate.Outcome.Refused refused -> throw new AssertionError(refused.toString());
    };
  }
}
