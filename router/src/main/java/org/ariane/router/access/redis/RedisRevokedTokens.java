package org.ariane.router.access.redis;

import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.access.RevokedTokens;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps revocations in one Redis hash and a copy in memory, which [#refresh] renews. While Redis
/// is away the copy stands: what was revoked stays revoked.
public final class RedisRevokedTokens implements RevokedTokens {
  private static final Logger LOG = LoggerFactory.getLogger(RedisRevokedTokens.class);
  private static final String KEY = "{access}:revoked";
  private static final String TOKEN = "jti:";
  private static final String ACCOUNT = "account:";

  private final StatefulRedisConnection<String, String> redis;
  private volatile Map<String, String> copy = Map.of();

  public RedisRevokedTokens(StatefulRedisConnection<String, String> redis) {
    this.redis = redis;
  }

  /// Reads what other servers revoked. Call it at start and every few seconds. Blocks.
  public void refresh() {
    try {
      copy = Map.copyOf(redis.sync().hgetall(KEY));
    } catch (RedisException e) {
      LOG.warn("revoked tokens could not be read anew; the last copy stands: {}", e.getMessage());
    }
  }

  @Override
  public boolean contains(String tokenId, PrincipalId account, Instant issuedAt) {
    Map<String, String> known = copy;
    if (known.containsKey(TOKEN + tokenId)) {
      return true;
    }
    String until = known.get(ACCOUNT + account.value());
    return until != null && issuedAt.getEpochSecond() <= Long.parseLong(until);
  }

  @Override
  public void revoke(String tokenId) {
    put(TOKEN + tokenId, "1");
  }

  @Override
  public void revokeAll(PrincipalId account, Instant until) {
    put(ACCOUNT + account.value(), Long.toString(until.getEpochSecond()));
  }

  private synchronized void put(String field, String value) {
    redis.sync().hset(KEY, field, value);
    Map<String, String> next = new HashMap<>(copy);
    next.put(field, value);
    copy = Map.copyOf(next);
  }
}
