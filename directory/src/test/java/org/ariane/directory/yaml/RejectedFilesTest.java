package org.ariane.directory.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectedFilesTest {
  @TempDir Path folder;

  @Test
  void everyMistakeIsReportedAtOnceWithFileLineAndReason() throws IOException {
    List<DirectoryProblem> expected = new ArrayList<>(TestFolders.marked("bad"));
    String swapped = "lat and lon are swapped (GeoJSON is lon lat)";
    expected.addAll(
        List.of(
            new DirectoryProblem("areas/swapped.geojson", 5, swapped),
            new DirectoryProblem(
                "areas/unclosed.geojson",
                4,
                "the outline is not closed: its last point must repeat the first"),
            new DirectoryProblem(
                "areas/crossing.geojson", 6, "the outline crosses or touches itself"),
            new DirectoryProblem("areas/odd.geojson", 5, "an outline needs at least four points"),
            new DirectoryProblem("areas/odd.geojson", 8, "a number is expected here"),
            new DirectoryProblem("areas/odd.geojson", 8, "a point is [lon, lat]"),
            new DirectoryProblem("areas/odd.geojson", 11, "a point is [lon, lat]"),
            new DirectoryProblem("areas/odd.geojson", 14, "not a point on the globe"),
            new DirectoryProblem("areas/odd.geojson", 16, "a polygon needs an outline"),
            new DirectoryProblem("areas/line.geojson", 1, "an area is a Polygon or a MultiPolygon"),
            new DirectoryProblem("areas/two.geojson", 1, "an area file holds exactly one feature"),
            new DirectoryProblem(
                "areas/broken.geojson", 5, "not well-formed: expected ',' or ']', but got }")));
    Collections.sort(expected);

    assertThat(TestFolders.problems(TestFolders.folder("bad")))
        .extracting(DirectoryProblem::toString)
        .containsExactlyElementsOf(expected.stream().map(DirectoryProblem::toString).toList());
  }

  @Test
  void malformedFilesAreReportedWithoutBlamingOthersForTheirReferences() {
    assertThat(TestFolders.problems(TestFolders.folder("malformed")))
        .extracting(DirectoryProblem::toString)
        .containsExactly(
            "empty.yaml:1: the file is empty",
            "latin1.yaml:1: the file is not in UTF-8",
            "organisations.yaml:3: not well-formed: expected <block end>, but found '<block sequence start>'",
            "services.yaml:2: missing key: channels",
            "services.yaml:2: missing key: confirmed-at",
            "services.yaml:2: missing key: country",
            "services.yaml:2: missing key: coverage",
            "services.yaml:2: missing key: kind",
            "services.yaml:2: missing key: languages",
            "services.yaml:2: missing key: name",
            "zones.yml:1: name the file .yaml to have it read");
  }

  @Test
  void aFolderThatIsAbsentOrEmptyIsRejected() {
    assertThat(TestFolders.problems(folder.resolve("absent")))
        .containsExactly(new DirectoryProblem(".", 1, "the folder cannot be read"));
    assertThat(TestFolders.problems(folder))
        .containsExactly(new DirectoryProblem(".", 1, "the folder holds no .yaml file"));
  }

  @Test
  void aDirectoryThatCouldHelpNobodyIsRejected() throws IOException {
    Files.writeString(folder.resolve("services.yaml"), "organisations: []");

    assertThat(TestFolders.problems(folder))
        .extracting(DirectoryProblem::toString)
        .containsExactly(
            ".:1: no file has any centres",
            ".:1: no file has any services",
            ".:1: no file has any zones");
  }

  @Test
  void sizesAreLimited() throws IOException {
    Files.writeString(folder.resolve("large.yaml"), "#".repeat(FolderFiles.LARGEST_BYTES + 1));
    Files.writeString(folder.resolve("deep.yaml"), "[".repeat(200_000));
    Files.writeString(
        folder.resolve("long.yaml"),
        "organisations: [{id: house, name: " + "x".repeat(2_001) + "}]");

    List<DirectoryProblem> problems = TestFolders.problems(folder);

    assertThat(problems)
        .extracting(DirectoryProblem::file)
        .containsExactly("deep.yaml", "large.yaml", "long.yaml");
    assertThat(problems)
        .extracting(DirectoryProblem::reason)
        .contains(
            "the file is larger than 2097152 bytes", "the value is longer than 2000 characters");
  }

  @Test
  void manyFilesAreRefusedUnread() throws IOException {
    for (int file = 0; file <= FolderFiles.MOST_FILES; file++) {
      Files.writeString(folder.resolve(file + ".yaml"), "nonsense");
    }

    assertThat(TestFolders.problems(folder))
        .containsExactly(new DirectoryProblem(".", 1, "more than 500 files"));
  }

  @Test
  void aliasesDoNotUnfold() throws IOException {
    Files.writeString(
        folder.resolve("bomb.yaml"),
        """
        organisations: &a
          - &b {id: house, name: House}
          - *b
        services: *a
        """);

    assertThat(TestFolders.problems(folder))
        .isNotEmpty()
        .allMatch(problem -> problem.file().equals("bomb.yaml"))
        .extracting(DirectoryProblem::reason)
        .contains("anchors and aliases are not read; write the value out");
  }
}
