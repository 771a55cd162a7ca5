package org.ariane.router.dispatch.redis;

import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at the memory of Redis and at the disk below it, where that is a folder of this machine.
final class Surroundings {
  private static final Logger LOG = LoggerFactory.getLogger(Surroundings.class);

  private Optional<Ballast> ballast = Optional.empty();
  private Optional<Path> folder = Optional.empty();

  Room.Seen look(RedisCommands<String, String> redis) {
    Room.Seen seen = Room.Seen.of(redis.info("memory"), free(redis));
    if (seen.diskShort() && ballast.map(Ballast::release).orElse(false)) {
      return new Room.Seen(seen.usedMemory(), seen.maxMemory(), free(redis));
    }
    if (!seen.diskShort()) {
      ballast.ifPresent(Ballast::restore);
    }
    return seen;
  }

  private Optional<Long> free(RedisCommands<String, String> redis) {
    Optional<Path> now = folder(redis.configGet("dir", "appenddirname"));
    if (!now.equals(folder)) {
      folder = now;
      ballast = now.map(Ballast::new);
    }
    return now.flatMap(Surroundings::free);
  }

  private static Optional<Long> free(Path folder) {
    try {
      return Optional.of(Files.getFileStore(folder).getUsableSpace());
    } catch (IOException e) {
      LOG.debug("the disk of Redis cannot be looked at: {}", e.getMessage());
      return Optional.empty();
    }
  }

  /// Where its log lies, if it lies on this machine.
  private static Optional<Path> folder(Map<String, String> configuration) {
    return Optional.ofNullable(configuration.get("dir"))
        .map(Path::of)
        .filter(dir -> {
          String logs = configuration.getOrDefault("appenddirname", "appendonly.aof");
          return Files.exists(dir.resolve(logs));
        });
  }
}
