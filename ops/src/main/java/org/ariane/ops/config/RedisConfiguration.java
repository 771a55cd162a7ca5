package org.ariane.ops.config;

import java.nio.file.Path;

/// The settings of the Redis that `ops/run` starts. What was acknowledged is on disk: every write
/// is fsynced before its reply, nothing is evicted, nobody else can connect.
final class RedisConfiguration {
  private RedisConfiguration() {}

  static String render(int port, String password, Path folder) {
    return """
    bind 127.0.0.1
    port %d
    protected-mode yes
    requirepass %s
    daemonize no
    dir "%s"
    save ""
    appendonly yes
    appendfsync always
    no-appendfsync-on-rewrite no
    aof-load-truncated yes
    maxmemory-policy noeviction
    """
        .formatted(port, password, folder.toAbsolutePath());
  }
}
