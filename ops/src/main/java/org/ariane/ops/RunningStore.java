package org.ariane.ops;

import io.lettuce.core.RedisURI;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import org.ariane.ops.config.DataFolder;
import org.ariane.ops.config.Keys;
import org.ariane.ops.config.RuntimePorts;
import org.ariane.router.dispatch.redis.AlarmRedis;
import org.ariane.router.dispatch.redis.Durability;

/// The Redis of a deployment that runs, as a command beside the server reaches it.
final class RunningStore {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  private RunningStore() {}

  /// Not asked yet.
  ///
  /// @param redis its address where the deployment does not start one itself
  static AlarmRedis of(DataFolder folder, Keys keys, Optional<String> redis) throws IOException {
    return new AlarmRedis(
        redis.isPresent()
            ? RedisURI.create(redis.get())
            : RedisURI.builder()
                .withHost("127.0.0.1")
                .withPort(RuntimePorts.read(folder.runtime()).redis())
                .withPassword(keys.redisPassword().toCharArray())
                .build());
  }

  /// Waits up to five seconds for its first answer.
  static boolean answers(AlarmRedis store, Executor threads) {
    store.start(threads);
    long start = System.nanoTime();
    while (store.durability().state() == Durability.State.UNKNOWN
        && System.nanoTime() - start < PATIENCE.toNanos()) {
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
    return store.durability().state() != Durability.State.UNKNOWN;
  }
}
