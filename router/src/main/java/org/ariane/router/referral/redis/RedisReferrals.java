package org.ariane.router.referral.redis;

import io.lettuce.core.KeyValue;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.dispatch.redis.AlarmRedis;
import org.ariane.router.dispatch.redis.RedisScript;
import org.ariane.router.referral.Referral;
import org.ariane.router.referral.ReferralId;
import org.ariane.router.referral.ReferralStore;
import org.ariane.router.secrecy.Sealing;

/// [ReferralStore] in Redis. Each is sealed and bound to its id.
public final class RedisReferrals implements ReferralStore {
  private static final RedisScript PUT = RedisScript.of(RedisReferrals.class, "put.lua");
  private static final RedisScript REPLACE = RedisScript.of(RedisReferrals.class, "replace.lua");

  private final AlarmRedis redis;
  private final Sealing sealing;
  private final InstantSource clock;

  public RedisReferrals(AlarmRedis redis, Sealing sealing, InstantSource clock) {
    this.redis = redis;
    this.sealing = sealing;
    this.clock = clock;
  }

  @Override
  public Optional<ReferralId> put(Referral referral, String request) {
    List<String> keys =
        List.of(
            one(referral.id().value()),
            of(referral.by()),
            "{referral}:request:" + referral.by().value() + ":" + request,
            of(referral.service()));
    List<String> args =
        List.of(
            referral.id().value(),
            sealing.seal(StoredReferral.write(referral), referral.id().value()),
            String.valueOf(referral.until().toEpochMilli()),
            String.valueOf(clock.millis()),
            String.valueOf(MOST_OF_ONE),
            String.valueOf(MOST));
    return redis
        .<List<String>>call(
            commands -> PUT.texts(commands, keys.subList(0, referral.isAtDesk() ? 4 : 3), args))
        .stream()
        .map(ReferralId::new)
        .findFirst();
  }

  @Override
  public Optional<Referral> find(ReferralId id) {
    return redis
        .<Optional<String>>call(c -> Optional.ofNullable(c.get(one(id.value()))))
        .flatMap(sealed -> open(id.value(), sealed));
  }

  @Override
  public List<Referral> at(ServiceId service) {
    return list(of(service));
  }

  @Override
  public List<Referral> by(PrincipalId account) {
    return list(of(account));
  }

  @Override
  public boolean replace(Referral before, Referral after) {
    String id = before.id().value();
    Optional<String> sealed =
        redis.<Optional<String>>call(c -> Optional.ofNullable(c.get(one(id))));
    if (sealed.flatMap(text -> open(id, text)).filter(before::equals).isEmpty()) {
      return false;
    }
    List<String> args =
        List.of(
            sealed.orElseThrow(),
            sealing.seal(StoredReferral.write(after), id),
            after.isAtDesk() ? "" : id);
    List<String> keys = List.of(one(id), of(after.service()));
    return redis.<Long>call(c -> REPLACE.number(c, keys, args)) == 1;
  }

  @Override
  public void erase(Referral referral) {
    String id = referral.id().value();
    redis.<Long>call(commands -> {
      commands.zrem(of(referral.service()), id);
      commands.zrem(of(referral.by()), id);
      return commands.del(one(id));
    });
  }

  private List<Referral> list(String key) {
    List<String> ids = redis.<List<String>>call(c -> c.zrange(key, 0, -1));
    if (ids.isEmpty()) {
      return List.of();
    }
    String[] keys = ids.stream().map(RedisReferrals::one).toArray(String[]::new);
    List<KeyValue<String, String>> found =
        redis.<List<KeyValue<String, String>>>call(c -> c.mget(keys));
    return found.stream()
        .flatMap(each ->
            each.hasValue()
                ? open(each.getKey().substring(one("").length()), each.getValue()).stream()
                : Stream.empty())
        .sorted(Comparator.comparing(Referral::sentAt))
        .toList();
  }

  private Optional<Referral> open(String id, String sealed) {
    return sealing.open(sealed, id).map(StoredReferral::read);
  }

  private static String one(String id) {
    return "{referral}:one:" + id;
  }

  private static String of(ServiceId service) {
    return "{referral}:service:" + service.value();
  }

  private static String of(PrincipalId account) {
    return "{referral}:by:" + account.value();
  }
}
