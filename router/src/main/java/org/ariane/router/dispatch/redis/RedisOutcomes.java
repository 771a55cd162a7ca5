package org.ariane.router.dispatch.redis;

import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.ScoredValue;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.dispatch.Outcomes;

/// [Outcomes] in Redis: a sorted set per principal, by time, of `incident outcome`.
public final class RedisOutcomes implements Outcomes {
  private static final int MOST = 500;
  private static final String EXERCISE = " (exercise)";

  private final AlarmRedis redis;
  private final InstantSource clock;

  public RedisOutcomes(AlarmRedis redis, InstantSource clock) {
    this.redis = redis;
    this.clock = clock;
  }

  @Override
  public void tell(PrincipalId who, Told told) {
    String key = Keys.outcomes(who);
    String line =
        told.incident().value() + " " + told.outcome() + (told.exercise() ? EXERCISE : "");
    long forgotten = clock.instant().minus(KEPT).toEpochMilli();
    redis.<Long>call(commands -> {
      long added = commands.zadd(key, (double) told.at().toEpochMilli(), line);
      commands.zremrangebyscore(key, Range.create(0L, forgotten));
      commands.zremrangebyrank(key, 0, -MOST - 1L);
      commands.pexpire(key, KEPT);
      return added;
    });
  }

  @Override
  public List<Told> of(PrincipalId who, Instant since) {
    Range<Long> range = Range.create(since.toEpochMilli(), Long.MAX_VALUE);
    return redis
        .<List<ScoredValue<String>>>call(commands ->
            commands.zrevrangebyscoreWithScores(Keys.outcomes(who), range, Limit.create(0, MOST)))
        .stream()
        .map(RedisOutcomes::told)
        .toList();
  }

  private static Told told(ScoredValue<String> line) {
    boolean exercise = line.getValue().endsWith(EXERCISE);
    String text =
        exercise
            ? line.getValue().substring(0, line.getValue().length() - EXERCISE.length())
            : line.getValue();
    int space = text.indexOf(' ');
    return new Told(
        new IncidentId(text.substring(0, space)),
        text.substring(space + 1),
        Instant.ofEpochMilli((long) line.getScore()),
        exercise);
  }
}
