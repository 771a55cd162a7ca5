package org.ariane.directory.yaml;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.ariane.directory.Directory;
import org.ariane.directory.DirectorySource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A folder whose changes come into force by themselves, once it has been left alone for a whole
/// interval, so that a half-written file is not read. Bad files never replace a good directory;
/// what is wrong is told, and the next good files are taken. Polled, since notices of file systems
/// do not come through every mount.
public final class WatchedDirectory implements DirectorySource, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(WatchedDirectory.class);

  /// Clocks of file systems are coarse: a file this young may change again under the same time.
  private static final Duration COARSE = Duration.ofSeconds(3);

  private final Path folder;
  private final InstantSource clock;
  private final DirectoryListener listener;
  private final ScheduledExecutorService poller;
  private FolderStamp seen;
  private FolderStamp read;
  private Instant readAt = Instant.EPOCH;
  private volatile Directory current;
  private volatile DirectoryStatus status;

  /// Takes what was loaded at start and does not watch before [#start].
  WatchedDirectory(
      Path folder, DirectoryLoad.Loaded first, InstantSource clock, DirectoryListener listener) {
    this.folder = folder;
    this.clock = clock;
    this.listener = listener;
    this.current = first.directory();
    this.status = new DirectoryStatus(current.version(), clock.instant(), List.of());
    this.seen = FolderStamp.of(folder);
    this.read = new FolderStamp(new TreeMap<>(), Instant.EPOCH);
    this.poller =
        Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("directory-watch").unstarted(task));
  }

  /// Watches the folder that `first` was loaded from.
  ///
  /// @param interval between two looks; a change is in force after one to two of them
  public static WatchedDirectory start(
      Path folder,
      DirectoryLoad.Loaded first,
      Duration interval,
      InstantSource clock,
      DirectoryListener listener) {
    WatchedDirectory watched = new WatchedDirectory(folder, first, clock, listener);
    long millis = interval.toMillis();
    ScheduledFuture<?> polling =
        watched.poller.scheduleWithFixedDelay(
            watched::pollSafely, millis, millis, TimeUnit.MILLISECONDS);
    log.debug("Watching the directory every {} ms: {}", millis, !polling.isDone());
    return watched;
  }

  @Override
  public Directory current() {
    return current;
  }

  public DirectoryStatus status() {
    return status;
  }

  private void pollSafely() {
    try {
      poll();
    } catch (RuntimeException e) {
      log.error("The directory could not be looked at; it stays at {}", status.version(), e);
    }
  }

  synchronized void poll() {
    FolderStamp now = FolderStamp.of(folder);
    boolean settled = now.equals(seen);
    seen = now;
    boolean mayDiffer = !now.equals(read) || readAt.isBefore(now.newest().plus(COARSE));
    if (settled && mayDiffer) {
      read = now;
      readAt = clock.instant();
      take(DirectoryFiles.load(folder));
    }
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
    poller.shutdownNow();
  }
}
