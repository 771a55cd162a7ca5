package org.ariane.directory.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ariane.directory.Directory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedDirectoryTest {
  private static final InstantSource CLOCK = InstantSource.system();

  @TempDir Path folder;
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final DirectoryListener listener =
      new DirectoryListener() {
        @Override
        public void loaded(String version) {
          heard.add("loaded " + version);
        }

        @Override
        public void rejected(List<DirectoryProblem> problems) {
          heard.add("rejected " + problems);
        }
      };

  @BeforeEach
  void goodFolder() throws IOException {
    TestFolders.copy("good", folder);
  }

  private WatchedDirectory watched() {
    return new WatchedDirectory(
        folder, TestFolders.loaded(folder), DirectoryCheck.NONE, CLOCK, listener);
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  private static void pollTwice(WatchedDirectory watched) {
    watched.poll();
    watched.poll();
  }

  @Test
  void startsWithWhatWasLoaded() {
    try (WatchedDirectory watched = watched()) {
      pollTwice(watched);

      assertThat(watched.current().services()).hasSize(1);
      assertThat(watched.status().upToDate()).isTrue();
      assertThat(watched.status().version()).isEqualTo(watched.current().version());
      assertThat(heard).isEmpty();
    }
  }

  @Test
  void aChangeComesIntoForceOnceTheFolderWasLeftAlone() throws IOException {
    try (WatchedDirectory watched = watched()) {
      Directory before = watched.current();
      write("more.yaml", "organisations: [{id: annex, name: Annex}]");

      watched.poll();
      assertThat(watched.current()).as("it may still be written to").isSameAs(before);
      watched.poll();

      assertThat(watched.current().organisations()).hasSize(2);
      assertThat(heard).containsExactly("loaded " + watched.current().version());
      assertThat(watched.status().version())
          .isEqualTo(watched.current().version())
          .isNotEqualTo(before.version());
    }
  }

  @Test
  void badFilesNeverReplaceAGoodDirectory() throws IOException {
    try (WatchedDirectory watched = watched()) {
      Directory before = watched.current();
      write("more.yaml", "organisations: [{id: annex}]");
      pollTwice(watched);
      pollTwice(watched);

      assertThat(watched.current()).isSameAs(before);
      assertThat(watched.status().version()).isEqualTo(before.version());
      assertThat(watched.status().problems())
          .containsExactly(new DirectoryProblem("more.yaml", 1, "missing key: name"));
      assertThat(heard)
          .as("told once")
          .containsExactly("rejected [more.yaml:1: missing key: name]");
    }
  }

  @Test
  void aFolderThatDisappearsNeverReplacesAGoodDirectory() throws IOException {
    try (WatchedDirectory watched = watched()) {
      Directory before = watched.current();
      Files.delete(folder.resolve("directory.yaml"));
      pollTwice(watched);

      assertThat(watched.current()).isSameAs(before);
      assertThat(watched.status().upToDate()).isFalse();
    }
  }

  @Test
  void mendedFilesComeIntoForce() throws IOException {
    try (WatchedDirectory watched = watched()) {
      write("more.yaml", "organisations: [{id: annex}]");
      pollTwice(watched);
      write("more.yaml", "organisations: [{id: annex, name: Annex}]");
      pollTwice(watched);

      assertThat(watched.current().organisations()).hasSize(2);
      assertThat(watched.status().upToDate()).isTrue();
    }
  }

  @Test
  void takingAMistakeBackIsToldAndKeepsTheVersionAndItsTime() throws IOException {
    try (WatchedDirectory watched = watched()) {
      Directory before = watched.current();
      Instant since = watched.status().since();
      write("more.yaml", "organisations: [{id: annex}]");
      pollTwice(watched);
      Files.delete(folder.resolve("more.yaml"));
      pollTwice(watched);

      assertThat(watched.current()).isSameAs(before);
      assertThat(watched.status().upToDate()).isTrue();
      assertThat(watched.status().since()).isEqualTo(since);
      assertThat(heard).hasSize(2).last().isEqualTo("loaded " + before.version());
    }
  }

  @Test
  void aChangedAreaComesIntoForce() throws IOException {
    try (WatchedDirectory watched = watched()) {
      write(
          "areas/square.geojson",
          """
          {"type": "Polygon", "coordinates": [[[8, 48], [9, 48], [9, 49], [8, 48]]]}
          """);
      pollTwice(watched);

      assertThat(watched.current().zones().getFirst().area().orElseThrow().getCentroid().getX())
          .isGreaterThan(8);
    }
  }

  @Test
  void watchesByItself() throws IOException {
    try (WatchedDirectory watched =
        WatchedDirectory.start(
            folder,
            TestFolders.loaded(folder),
            DirectoryCheck.NONE,
            Duration.ofMillis(20),
            CLOCK,
            listener)) {
      write("more.yaml", "organisations: [{id: annex, name: Annex}]");
      await().until(() -> watched.current().organisations().size() == 2);

      write("more.yaml", "organisations: nonsense");
      await().until(() -> !watched.status().upToDate());
      assertThat(watched.current().organisations()).hasSize(2);
    }
  }

  @Test
  void aListenerThatFailsDoesNotEndTheWatch() throws IOException {
    DirectoryListener failing =
        new DirectoryListener() {
          @Override
          public void loaded(String version) {
            heard.add(version);
            throw new IllegalStateException("for the test");
          }

          @Override
          public void rejected(List<DirectoryProblem> problems) {}
        };
    try (WatchedDirectory watched =
        WatchedDirectory.start(
            folder,
            TestFolders.loaded(folder),
            DirectoryCheck.NONE,
            Duration.ofMillis(20),
            CLOCK,
            failing)) {
      write("more.yaml", "organisations: [{id: annex, name: Annex}]");
      await().until(() -> heard.size() == 1);
      write("more.yaml", "organisations: [{id: annex, name: Another}]");
      await().until(() -> heard.size() == 2);

      assertThat(watched.current().version()).isEqualTo(heard.getLast());
    }
  }
}
