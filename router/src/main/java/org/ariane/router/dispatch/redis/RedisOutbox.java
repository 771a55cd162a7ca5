package org.ariane.router.dispatch.redis;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
  public Claim claim(CentreId centre, Instant now, Duration lease, int most) {
    List<String> keys = List.of(Keys.work(centre), Keys.waiting(centre));
    List<String> args =
        List.of(
            Long.toString(now.toEpochMilli()),
            Long.toString(now.plus(lease).toEpochMilli()),
            Integer.toString(most));
    List<String> found = redis.call(commands -> CLAIM.texts(commands, keys, args));
    List<Claimed> claimed = new ArrayList<>();
    for (int i = 1; i + 4 < found.size(); i += 5) {
      claimed.add(
          new Claimed(
              centre,
              new DeliveryId(found.get(i)),
              new IncidentId(found.get(i + 1)),
              Notice.Kind.valueOf(found.get(i + 2)),
              found.get(i + 3),
              Integer.parseInt(found.get(i + 4))));
    }
    return new Claim(
        claimed,
        Optional.of(found.getFirst())
            .filter(due -> !due.isEmpty())
            .map(due -> Instant.ofEpochMilli((long) Double.parseDouble(due))));
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
