package org.ariane.ops;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.ariane.directory.yaml.Overlay;
import org.ariane.ops.config.DataFolder;
import org.ariane.ops.config.Keys;
import org.ariane.router.amendment.Amendments;
import org.ariane.router.amendment.redis.RedisAmendments;
import org.ariane.router.dispatch.LogUnavailableException;
import org.ariane.router.dispatch.redis.AlarmRedis;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The deployment whose amendments stand over a folder. With it a command sees the directory as the
/// servers have it in force, without it the folder alone.
final class AmendmentsOption {
  @Option(names = "--data", description = "data folder of a running server: with its amendments")
  private @Nullable Path data;

  @Option(names = "--redis", description = "redis://… where the deployment has its own Redis")
  private @Nullable String redis;

  /// None where no deployment is named. Throws [IOException] where it is and cannot be asked: what
  /// coordinators changed is never left out silently.
  Overlay read() throws IOException {
    if (data == null) {
      return Overlay.NONE;
    }
    DataFolder folder = new DataFolder(data.toAbsolutePath());
    if (!folder.runtime().toFile().exists()) {
      throw new IOException("no server was started on " + data);
    }
    Keys keys = Keys.in(folder.keys());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        AlarmRedis store = RunningStore.of(folder, keys, Optional.ofNullable(redis))) {
      if (!RunningStore.answers(store, threads)) {
        throw new IOException("Redis does not answer: is the server running?");
      }
      return Amendments.overlay(new RedisAmendments(store).newest());
    } catch (LogUnavailableException e) {
      throw new IOException("Redis does not answer: " + e.getMessage(), e);
    }
  }
}
