package org.ariane.directory.yaml;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.Directory;
import org.ariane.directory.DirectorySource;
import org.ariane.directory.service.ServiceId;

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
  private Overlay overlay = Overlay.NONE;

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
    return DirectoryFiles.draft(folder, file, text, overlay(), check);
  }

  /// What the folder would hold with these entries in the place of its own. Blocking IO; changes
  /// nothing. What must be right besides the files is asked of the folder alone: who closes a door
  /// for a week must not be held up by an example of a policy that counts on it. See [#objections].
  public DirectoryLoad draft(Overlay amended) {
    return DirectoryFiles.load(folder, amended, check);
  }

  /// What would be held against a directory if it were the folder's own.
  public List<DirectoryProblem> objections(Directory directory) {
    return check.problems(directory);
  }

  /// Puts these entries in the place of the folder's, now and whenever it changes. Blocking IO.
  /// Those that do not fit the folder are set aside: its own entries hold for them, and the status
  /// says why. Where that is not enough, what was in force stays so.
  public synchronized void amend(Overlay amended) {
    overlay = amended;
    take();
  }

  private synchronized Overlay overlay() {
    return overlay;
  }

  /// What the folder's own files say of these services, whether or not it is in force. Blocking IO.
  public Map<ServiceId, Written.Keys> entries(Set<ServiceId> services) {
    return DirectoryFiles.entries(folder, services);
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

  private synchronized void take() {
    DirectoryFiles.Amended amended = DirectoryFiles.amended(folder, overlay, check);
    if (amended.load() instanceof DirectoryLoad.Loaded(Directory directory)) {
      take(directory, amended.setAside());
    } else {
      take(amended.load());
    }
  }

  private void take(Directory directory, List<DirectoryProblem> setAside) {
    DirectoryStatus before = status;
    boolean same = directory.version().equals(before.version());
    if (!same) {
      current = directory;
    }
    if (!same || !before.problems().equals(setAside)) {
      Instant since = same ? before.since() : clock.instant();
      status = new DirectoryStatus(directory.version(), since, setAside);
      listener.loaded(directory.version());
      if (!setAside.isEmpty()) {
        listener.setAside(setAside);
      }
    }
  }

  private void take(DirectoryLoad load) {
    DirectoryStatus before = status;
    switch (load) {
      case DirectoryLoad.Loaded(Directory directory) -> take(directory, List.of());
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
