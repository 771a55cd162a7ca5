package org.ariane.ops.wiring;

import io.lettuce.core.RedisClient;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.util.List;
import org.ariane.ops.config.Accounts;
import org.ariane.router.access.Roster;
import org.ariane.router.access.Tokens;
import org.ariane.router.access.http.TokenEndpoints;
import org.ariane.router.access.jwt.JwtIssuer;
import org.ariane.router.access.jwt.JwtTokens;
import org.ariane.router.access.redis.RedisRevokedTokens;
import org.ariane.router.http.Endpoint;
import org.ariane.router.identity.Ulid;

/// Accounts and their tokens, on a Redis connection of their own.
record AccessLane(Roster roster, Tokens tokens, List<Endpoint> endpoints) {
  private static final long REFRESH_MS = 5_000;

  static AccessLane open(Foundations on, Accounts accounts, Closers closers) {
    RedisClient client = RedisClient.create(on.redis());
    closers.add("redis of access", client::shutdown);
    RedisRevokedTokens revoked = new RedisRevokedTokens(client.connect());
    revoked.refresh();
    Vertx vertx = on.contactLoops();
    vertx.setPeriodic(REFRESH_MS, timer -> on.virtualThreads().execute(revoked::refresh));
    JwtTokens tokens = new JwtTokens(on.keys().tokens(), accounts, revoked, on.clock());
    JwtIssuer issuer =
        new JwtIssuer(on.keys().tokens(), new Ulid(on.clock(), new SecureRandom()), on.clock());
    return new AccessLane(
        accounts,
        tokens,
        new TokenEndpoints(issuer, tokens, revoked, accounts, on.clock()).endpoints());
  }
}
