package org.ariane.router.dispatch.redis;

import io.lettuce.core.api.sync.RedisCommands;
import java.util.Optional;

/// What Redis must be set to, and be able to do, for its answer to mean: on disk, and kept.
final class Promise {
  private static final String PROBE = "{alarm}:probe";

  /// More than an alarm with its messages: on a disk with less room nothing is promised.
  private static final String WEIGHT = "-".repeat(64 * 1024);

  private Promise() {}

  /// What is wrong with the settings; empty when nothing is.
  static Optional<String> broken(RedisCommands<String, String> redis) {
    if (!is(redis, "appendonly", "yes") || !is(redis, "appendfsync", "always")) {
      return Optional.of("Redis has not appendonly yes and appendfsync always");
    }
    // With it nothing is fsynced while the file is rewritten, whatever appendfsync says.
    if (!is(redis, "no-appendfsync-on-rewrite", "no")) {
      return Optional.of("Redis has not no-appendfsync-on-rewrite no");
    }
    if (setting(redis, "maxmemory-policy").startsWith("allkeys")) {
      return Optional.of("Redis has a maxmemory-policy that throws away alarms");
    }
    return Optional.empty();
  }

  /// Writes. On a full or broken disk Redis ends rather than answer.
  static String prove(RedisCommands<String, String> redis) {
    return redis.set(PROBE, WEIGHT);
  }

  private static boolean is(RedisCommands<String, String> redis, String name, String value) {
    return value.equals(setting(redis, name));
  }

  private static String setting(RedisCommands<String, String> redis, String name) {
    return redis.configGet(name).getOrDefault(name, "");
  }
}
