package org.ariane.directory.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.Directory;
import org.ariane.directory.exchange.DirectoryDiff;
import org.ariane.directory.service.ServiceId;
import org.ariane.directory.yaml.Written.Keys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A folder with entries that stand in the place of its own.
class AmendedFolderTest {
  private static final ServiceId SERVICE = new ServiceId("service");

  @TempDir Path folder;
  private Keys own = new Keys(Map.of());

  @BeforeEach
  void goodFolder() throws IOException {
    TestFolders.copy("good", folder);
    own = DirectoryFiles.entries(folder, Set.of(SERVICE)).getOrDefault(SERVICE, new Keys(Map.of()));
  }

  private static Keys with(Keys entry, String key, Written value) {
    Map<String, Written> changed = new LinkedHashMap<>(entry.values());
    changed.put(key, value);
    return new Keys(changed);
  }

  private static Overlay over(Keys entry) {
    return Overlay.NONE.with(SERVICE, Optional.of(WrittenText.service(entry).text()));
  }

  private DirectoryLoad load(Overlay overlay) {
    return DirectoryFiles.load(folder, overlay, DirectoryCheck.NONE);
  }

  private Directory loaded(Overlay overlay) {
    return load(overlay) instanceof DirectoryLoad.Loaded(Directory directory)
        ? directory
        : TestFolders.directory(folder.resolve("none"));
  }

  private List<DirectoryProblem> problems(Overlay overlay) {
    return load(overlay) instanceof DirectoryLoad.Rejected(List<DirectoryProblem> problems)
        ? problems
        : List.of();
  }

  @Test
  void theSameEntryOnItsOwnLinesIsTheSameService() {
    Directory before = TestFolders.directory(folder);

    Directory after = loaded(over(own));

    assertThat(DirectoryDiff.between(before, after).changes()).isEmpty();
    assertThat(WrittenText.read(WrittenText.service(own).text())).contains(own);
    assertThat(after.version()).isNotEqualTo(before.version());
  }

  @Test
  void anotherEntryTakesThePlaceOfTheFoldersOwn() {
    Directory after = loaded(over(with(own, "name", new Written.Text("Other: \"name\" # not"))));

    assertThat(after.services())
        .extracting(each -> each.name())
        .containsExactly("Other: \"name\" # not");
  }

  @Test
  void everyProblemIsInALineOfOneField() {
    Keys wrong =
        with(
            with(own, "confirmed-at", new Written.Text("yesterday")),
            "channels",
            new Written.Items(
                List.of(
                    new Keys(
                        Map.of(
                            "kind",
                            new Written.Text("desk"),
                            "hours",
                            new Written.Text("Mo nine"))),
                    new Keys(
                        Map.of(
                            "kind", new Written.Text("phone"),
                            "hours", new Written.Text("24/7"),
                            "number", new Written.Text("0"))))));
    WrittenText text = WrittenText.service(wrong);

    List<DirectoryProblem> problems = problems(over(wrong));

    assertThat(problems).extracting(DirectoryProblem::file).containsOnly(Overlay.file(SERVICE));
    assertThat(problems)
        .extracting(each -> text.pointer(each.line()))
        .containsExactlyInAnyOrder("/confirmed-at", "/channels/0/hours", "/channels/1/number");
  }

  @Test
  void aServiceThatALineNeedsCannotBeWithdrawn() {
    assertThat(problems(Overlay.NONE.with(SERVICE, Optional.empty())))
        .extracting(DirectoryProblem::reason)
        .contains("there is no service service");
  }

  @Test
  void closuresOfAnEntryCloseItsChannels() {
    Keys closed =
        with(
            own,
            "closures",
            new Written.Items(
                List.of(
                    new Keys(
                        Map.of(
                            "from", new Written.Text("2026-12-24"),
                            "until", new Written.Text("2027-01-02"),
                            "reason", new Written.Text("holidays"))))));

    assertThat(loaded(over(closed)).services().getFirst().channels())
        .allSatisfy(channel ->
            assertThat(channel.hours().text())
                .endsWith("; 2026 Dec 24-2027 Jan 02 off \"holidays\""));
  }

  @Test
  void anEntryThatTheFolderDoesNotFitAnyMoreIsSetAsideAndToldAndTheRestGoesOn() throws IOException {
    try (WatchedDirectory watched =
        new WatchedDirectory(
            folder,
            TestFolders.loaded(folder),
            DirectoryCheck.NONE,
            InstantSource.system(),
            DirectoryListener.SILENT)) {
      watched.amend(over(with(own, "name", new Written.Text("Amended"))));
      assertThat(watched.current().services().getFirst().name()).isEqualTo("Amended");

      watched.amend(over(with(own, "organisation", new Written.Text("gone"))));

      assertThat(watched.current().services().getFirst().name()).isEqualTo("Service");
      assertThat(watched.status().problems())
          .extracting(DirectoryProblem::file)
          .containsExactly(Overlay.file(SERVICE));
      Files.writeString(folder.resolve("more.yaml"), "organisations: [{id: gone, name: Back}]");
      watched.poll();
      watched.poll();
      assertThat(watched.current().services().getFirst().organisation().value()).isEqualTo("gone");
      assertThat(watched.status().upToDate()).isTrue();
    }
  }
}
