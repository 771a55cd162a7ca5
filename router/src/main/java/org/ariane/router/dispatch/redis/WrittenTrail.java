package org.ariane.router.dispatch.redis;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.ariane.router.access.Role;
import org.ariane.router.audit.AuditEntry;
import org.ariane.router.dispatch.LogUnavailableException;

/// Writes lines of the audit log that its chain takes up a moment later: on disk when it returns.
/// Throws [LogUnavailableException] where Redis is away or does not promise durability.
public final class WrittenTrail implements Consumer<AuditEntry> {
  private static final String PENDING = "{alarm}:audit:pending";

  private final AlarmRedis redis;

  public WrittenTrail(AlarmRedis redis) {
    this.redis = redis;
  }

  @Override
  public void accept(AuditEntry entry) {
    long epoch = redis.durability().epoch();
    if (!redis.durability().await(Duration.ZERO)) {
      throw new LogUnavailableException("Redis does not promise durability now");
    }
    Map<String, String> line = new LinkedHashMap<>();
    line.put("by", entry.by().value());
    entry.role().map(Role::wireName).ifPresent(role -> line.put("role", role));
    line.put("action", entry.action());
    line.put("about", entry.about());
    entry.reason().ifPresent(reason -> line.put("reason", reason));
    redis.<String>call(commands -> commands.xadd(PENDING, line));
    if (redis.durability().epoch() != epoch && !redis.durability().await(Duration.ZERO)) {
      throw new LogUnavailableException("Redis stopped promising durability meanwhile");
    }
  }
}
