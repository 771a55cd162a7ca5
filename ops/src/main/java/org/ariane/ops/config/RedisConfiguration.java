package org.ariane.ops.config;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/// The settings of the Redis that `ops/run` starts. What was acknowledged is on disk: every write
/// is fsynced before its reply, nothing is evicted, nobody else can connect.
final class RedisConfiguration {
  private static final long LEAST = 256L << 20;
  private static final long MOST = 4L << 30;

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
    maxmemory %d
    maxmemory-policy noeviction
    """
        .formatted(port, password, folder.toAbsolutePath(), maxMemory(physicalMemory()));
  }

  /// A quarter of the machine's memory, since a rewrite of the log may double it for a while. Ten
  /// thousand incidents take about 60 MB. Alarms are refused before it is reached.
  static long maxMemory(long physical) {
    return Math.clamp(physical / 4, LEAST, MOST);
  }

  private static long physicalMemory() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
  }
}
