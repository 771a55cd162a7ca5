package org.ariane.directory.yaml;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.Directory;
import org.ariane.directory.DirectorySource;

/// A folder whose changes come into force by themselves (see [FolderWatch]). Bad files never
/// replace a good directory; what is wrong is told, and the next good files are taken.
public final class WatchedDirectory implements DirectorySource, AutoCloseable {
  private final Path folder;
  private final DirectoryCheck check;
  private final InstantSource clock;
  private final DirectoryListener listener;
  private final FolderWatch watch;
  private volatile Directory current;
  private volatile DirectoryStatus status;

  /// Takes what was loaded at start and does not watch before [#start].
  WatchedDirectory(
      Path folder,
      DirectoryLoad.Loaded first,
      DirectoryCheck check,
      InstantSource clock,
      DirectoryListener listener) {
    this.check = check;
    this.folder = folder;
    this.clock = clock;
    this.listener = listener;
    this.current = first.directory();
    this.status = new DirectoryStatus(current.version(), clock.instant(), List.of());
    this.watch = new FolderWatch(folder, clock, this::take);
  }

  /// Watches the folder that `first` was loaded from.
  ///
  /// @param check what must be right besides the files
  /// @param interval between two looks; a change is in force after one to two of them
  public static WatchedDirectory start(
      Path folder,
      DirectoryLoad.Loaded first,
      DirectoryCheck check,
      Duration interval,
      InstantSource clock,
      DirectoryListener listener) {
    WatchedDirectory watched = new WatchedDirectory(folder, first, check, clock, listener);
    watched.watch.every(interval);
    return watched;
  }

  @Override
  public Directory current() {
    return current;
  }

  /// What the folder would hold with this text in the place of one file. Blocking IO; writes and
  /// changes nothing.
  public DirectoryLoad draft(String file, String text) {
    return DirectoryFiles.draft(folder, file, text, check);
  }

  /// The text of a file as it is in the folder now, whether or not it is in force; empty where
  /// there is none that can be read. Blocking IO.
  public Optional<String> text(String file) {
    return DirectoryFiles.text(folder, file);
  }

  public DirectoryStatus status() {
    return status;
  }

  void poll() {
    watch.poll();
  }

  private void take() {
    take(DirectoryFiles.load(folder, check));
  }

  private void take(DirectoryLoad load) {
    DirectoryStatus before = status;
    switch (load) {
      case DirectoryLoad.Loaded(Directory directory) -> {
        boolean same = directory.version().equals(before.version());
        if (!same) {
          current = directory;
        }
        if (!same || !before.upToDate()) {
          Instant since = same ? before.since() : clock.instant();
          status = new DirectoryStatus(directory.version(), since, List.of());
          listener.loaded(directory.version());
        }
      }
      case DirectoryLoad.Rejected(List<DirectoryProblem> problems) -> {
        if (!problems.equals(before.problems())) {
          status = new DirectoryStatus(before.version(), before.since(), problems);
          listener.rejected(problems);
        }
      }
    }
  }

  @Override
  public void close() {
    watch.close();
  }
}
