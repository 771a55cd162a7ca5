package org.ariane.ops.wiring;

import java.security.SecureRandom;
import java.util.List;
import org.ariane.directory.DirectorySource;
import org.ariane.router.access.Roster;
import org.ariane.router.audit.AuditLog;
import org.ariane.router.dispatch.redis.AlarmRedis;
import org.ariane.router.http.Endpoint;
import org.ariane.router.identity.Ulid;
import org.ariane.router.redlist.lane.RedListParts;
import org.ariane.router.referral.Referrals;
import org.ariane.router.referral.http.ReferralEndpoints;
import org.ariane.router.referral.redis.RedisReferrals;
import org.ariane.router.secrecy.tink.TinkSealing;

/// Referrals of professionals, on connections of their own to Redis, so that they cannot delay an
/// alarm.
final class Referring {
  private static final long KEYS_MS = 5_000;

  private Referring() {}

  static List<Endpoint> open(
      Foundations on,
      RedListParts keys,
      AuditLog audit,
      DirectorySource directory,
      Roster roster,
      Closers closers) {
    AlarmRedis redis = new AlarmRedis(on.redis());
    redis.start(on.virtualThreads());
    closers.add("redis of referrals", redis);
    TinkSealing sealing = new TinkSealing(keys.values().get());
    long timer =
        on.contactLoops()
            .setPeriodic(
                KEYS_MS, id -> on.virtualThreads().execute(() -> sealing.use(keys.values().get())));
    closers.add("the keys of referrals", () -> on.contactLoops().cancelTimer(timer));
    Referrals referrals =
        new Referrals(
            new RedisReferrals(redis, sealing, on.clock()),
            audit,
            on.clock(),
            (delivery, outcome) ->
                on.metrics()
                    .counter(
                        "ariane.referrals", "delivery", delivery.wireName(), "outcome", outcome)
                    .increment());
    Ulid ulids = new Ulid(on.clock(), new SecureRandom());
    return new ReferralEndpoints(referrals, directory, roster, ulids, on.clock()).all();
  }
}
