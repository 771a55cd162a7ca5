package org.ariane.router.dispatch.redis;

import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.StreamMessage;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.dispatch.json.StoredDecision;
import org.ariane.router.priority.DecisionTrail;
import org.ariane.router.priority.PriorityDecision;

/// [DecisionTrail] in Redis: one stream of all, and for each incident where its own are.
public final class RedisDecisions implements DecisionTrail {
  private static final String ALL = "{alarm}:decisions";
  private static final String OF = "{alarm}:decided:";
  private static final int PAGE = 500;
  private static final int MOST_OF_ONE = 1_000;

  private final AlarmRedis redis;

  public RedisDecisions(AlarmRedis redis) {
    this.redis = redis;
  }

  @Override
  public List<PriorityDecision> of(IncidentId incident) {
    List<String> own =
        redis.call(commands -> commands.lrange(OF + incident.value(), 0, MOST_OF_ONE - 1L));
    List<PriorityDecision> decisions = new ArrayList<>();
    for (String id : own) {
      redis
          .<List<StreamMessage<String, String>>>call(
              commands -> commands.xrange(ALL, Range.create(id, id)))
          .forEach(message -> decisions.add(read(message)));
    }
    return decisions;
  }

  @Override
  public Page page(String after) {
    Range<String> behind =
        after.isEmpty()
            ? Range.unbounded()
            : Range.from(Range.Boundary.excluding(after), Range.Boundary.unbounded());
    List<StreamMessage<String, String>> found =
        redis.call(commands -> commands.xrange(ALL, behind, Limit.create(0, PAGE)));
    return new Page(
        found.stream().map(RedisDecisions::read).toList(),
        found.isEmpty() ? after : found.getLast().getId());
  }

  private static PriorityDecision read(StreamMessage<String, String> message) {
    return StoredDecision.read(new JsonObject(message.getBody().getOrDefault("d", "{}")));
  }
}
