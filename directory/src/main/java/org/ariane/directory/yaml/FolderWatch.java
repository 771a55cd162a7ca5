package org.ariane.directory.yaml;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells when the files of a folder were changed and then left alone for a whole interval, so that
/// a half-written file is not read. Polled, since notices of file systems do not come through every
/// mount.
public final class FolderWatch implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(FolderWatch.class);

  /// Clocks of file systems are coarse: a file this young may change again under the same time.
  private static final Duration COARSE = Duration.ofSeconds(3);

  private final Path folder;
  private final InstantSource clock;
  private final Runnable changed;
  private final ScheduledExecutorService poller;
  private FolderStamp seen;
  private FolderStamp read = new FolderStamp(new TreeMap<>(), Instant.EPOCH);
  private Instant readAt = Instant.EPOCH;

  /// Does not watch before [#start].
  FolderWatch(Path folder, InstantSource clock, Runnable changed) {
    this.folder = folder;
    this.clock = clock;
    this.changed = changed;
    this.seen = FolderStamp.of(folder);
    this.poller =
        Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("folder-watch").unstarted(task));
  }

  /// Watches from now on.
  ///
  /// @param interval between two looks; a change is told after one to two of them
  /// @param changed reads the files; may be told of a change that is none
  public static FolderWatch start(
      Path folder, Duration interval, InstantSource clock, Runnable changed) {
    FolderWatch watch = new FolderWatch(folder, clock, changed);
    watch.every(interval);
    return watch;
  }

  void every(Duration interval) {
    long millis = interval.toMillis();
    ScheduledFuture<?> polling =
        poller.scheduleWithFixedDelay(this::pollSafely, millis, millis, TimeUnit.MILLISECONDS);
    log.debug("Watching a folder every {} ms: {}", millis, !polling.isDone());
  }

  private void pollSafely() {
    try {
      poll();
    } catch (RuntimeException e) {
      log.error("A watched folder could not be read; what is in force stays so", e);
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
      changed.run();
    }
  }

  @Override
  public void close() {
    poller.shutdownNow();
  }
}
