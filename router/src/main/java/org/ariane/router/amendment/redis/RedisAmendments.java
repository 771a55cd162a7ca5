package org.ariane.router.amendment.redis;

import io.lettuce.core.KeyValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.Principal;
import org.ariane.router.amendment.AmendmentLog;
import org.ariane.router.amendment.Content;
import org.ariane.router.amendment.Revision;
import org.ariane.router.dispatch.LogUnavailableException;
import org.ariane.router.dispatch.redis.AlarmRedis;
import org.ariane.router.dispatch.redis.Durability;
import org.ariane.router.dispatch.redis.RedisScript;

/// [AmendmentLog] in Redis. At most 50,000 revisions are kept, and none is ever taken away: more
/// are refused.
public final class RedisAmendments implements AmendmentLog {
  private static final RedisScript APPEND = RedisScript.of(RedisAmendments.class, "append.lua");
  private static final String REVISIONS = "{alarm}:amendment:revisions";
  private static final String NEWEST = "{alarm}:amendment:newest";
  private static final String LAST = "{alarm}:amendment:last";
  private static final String OF = "{alarm}:amendment:of:";
  private static final String AUDIT = "{alarm}:audit:pending";
  private static final int MOST = 50_000;
  private static final int AT_ONCE = 100;

  private final AlarmRedis redis;

  public RedisAmendments(AlarmRedis redis) {
    this.redis = redis;
  }

  @Override
  public Outcome append(Revision revision, long basedOn, Principal by) {
    if (redis.durability().state() != Durability.State.PROMISED) {
      throw new LogUnavailableException("Redis does not promise to keep it");
    }
    List<String> keys = List.of(REVISIONS, NEWEST, LAST, OF + revision.service().value(), AUDIT);
    List<String> args =
        List.of(
            revision.service().value(),
            Long.toString(basedOn),
            StoredRevision.write(revision),
            Integer.toString(MOST),
            by.id().value(),
            by.role().wireName(),
            action(revision.content()),
            revision.service().value(),
            revision.reason());
    long answer = redis.<Long>call(commands -> APPEND.number(commands, keys, args));
    if (answer > 0) {
      return new Outcome.Appended(revision.numbered(answer));
    }
    return answer == 0 ? new Outcome.Full() : new Outcome.Overtaken();
  }

  private static String action(Content content) {
    return switch (content) {
      case Content.Entry _ -> "directory.amended";
      case Content.Withdrawn _ -> "directory.withdrawn";
      case Content.AsInFolder _ -> "directory.as-in-folder";
    };
  }

  @Override
  public long last() {
    return redis
        .<Optional<String>>call(commands -> Optional.ofNullable(commands.get(LAST)))
        .map(Long::parseLong)
        .orElse(0L);
  }

  @Override
  public List<Revision> newest() {
    return read(redis.<List<String>>call(commands -> commands.hvals(NEWEST)));
  }

  @Override
  public List<Revision> of(ServiceId service, int most) {
    List<String> numbers =
        redis.<List<String>>call(commands -> commands.lrange(OF + service.value(), -most, -1));
    return read(numbers.reversed());
  }

  @Override
  public List<Revision> latest(long before, int most) {
    long from = Math.min(before - 1, last());
    return read(
        LongStream.iterate(from, number -> number > 0, number -> number - 1)
            .limit(most)
            .mapToObj(Long::toString)
            .toList());
  }

  private List<Revision> read(List<String> numbers) {
    List<Revision> read = new ArrayList<>();
    for (int from = 0; from < numbers.size(); from += AT_ONCE) {
      String[] wanted =
          numbers.subList(from, Math.min(from + AT_ONCE, numbers.size())).toArray(String[]::new);
      redis
          .<List<KeyValue<String, String>>>call(commands -> commands.hmget(REVISIONS, wanted))
          .stream()
          .filter(KeyValue::hasValue)
          .map(each -> StoredRevision.read(Long.parseLong(each.getKey()), each.getValue()))
          .forEach(read::add);
    }
    return read;
  }
}
