package org.ariane.router.dispatch.redis;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.place.CentreId;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.dispatch.DeliveryId;
import org.ariane.router.dispatch.Notice;
import org.ariane.router.dispatch.Outbox;

/// [Outbox] in Redis: per centre one sorted set by urgency, and one by time of those that are
/// leased or wait for their next attempt.
public final class RedisOutbox implements Outbox {
  private static final RedisScript CLAIM = RedisScript.of(RedisOutbox.class, "claim.lua");

  private final AlarmRedis redis;

  public RedisOutbox(AlarmRedis redis) {
    this.redis = redis;
  }

  @Override
  public Claim claim(CentreId centre, Instant now, Duration lease) {
    List<String> keys = List.of(Keys.work(centre), Keys.waiting(centre));
    List<String> times =
        List.of(Long.toString(now.toEpochMilli()), Long.toString(now.plus(lease).toEpochMilli()));
    List<String> found = redis.call(commands -> CLAIM.texts(commands, keys, times));
    if (found.getFirst().isEmpty()) {
      return new Claim(
          Optional.empty(),
          Optional.of(found.get(1))
              .filter(due -> !due.isEmpty())
              .map(due -> Instant.ofEpochMilli((long) Double.parseDouble(due))));
    }
    return new Claim(
        Optional.of(
            new Claimed(
                centre,
                new DeliveryId(found.get(0)),
                new IncidentId(found.get(1)),
                Notice.Kind.valueOf(found.get(2)),
                found.get(3),
                Integer.parseInt(found.get(4)))),
        Optional.empty());
  }

  @Override
  public void retry(Claimed claimed, Instant notBefore) {
    redis.<Long>call(commands ->
        commands.zadd(
            Keys.waiting(claimed.centre()),
            (double) notBefore.toEpochMilli(),
            claimed.id().value()));
  }

  @Override
  public void done(Claimed claimed) {
    redis.<Long>call(commands -> {
      commands.zrem(Keys.waiting(claimed.centre()), claimed.id().value());
      commands.zrem(Keys.work(claimed.centre()), claimed.id().value());
      return commands.del(Keys.posting(claimed.id()));
    });
  }
}
