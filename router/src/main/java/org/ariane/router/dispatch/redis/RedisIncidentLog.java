package org.ariane.router.dispatch.redis;

import io.lettuce.core.KeyValue;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ariane.router.alarm.AlarmId;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.dispatch.AlarmKey;
import org.ariane.router.dispatch.Commit;
import org.ariane.router.dispatch.Incident;
import org.ariane.router.dispatch.IncidentLog;
import org.ariane.router.dispatch.JoinKey;
import org.ariane.router.dispatch.LogUnavailableException;
import org.ariane.router.dispatch.Shortage;
import org.ariane.router.dispatch.StoreFigures;
import org.ariane.router.dispatch.json.StoredIncident;
import org.ariane.router.redlist.IndexKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// [IncidentLog] in Redis.
public final class RedisIncidentLog implements IncidentLog {
  private static final Logger LOG = LoggerFactory.getLogger(RedisIncidentLog.class);
  private static final Duration CONFIRM = Duration.ofMillis(500);

  /// Longer than a command may take: a commit may wait for the batch before its own.
  private static final Duration PATIENCE = Duration.ofMillis(1_900);

  private static final RedisScript COMMIT = RedisScript.of(RedisIncidentLog.class, "commit.lua");
  private static final RedisScript LOOK = RedisScript.of(RedisIncidentLog.class, "look.lua");

  private final AlarmRedis redis;
  private final IndexKeys names;
  private final CommitWords words;
  private final Batches<Boolean> commits;

  /// The log of one server.
  ///
  /// @param server tells its own events from those of others
  public RedisIncidentLog(AlarmRedis redis, IndexKeys names, String server) {
    this.redis = redis;
    this.names = names;
    this.words = new CommitWords(names, server);
    this.commits = new Batches<>(Batches.Limits.OF_COMMITS, this::send, System::nanoTime);
  }

  @Override
  public Known look(AlarmKey key, Optional<JoinKey> join) {
    List<String> keys = new ArrayList<>();
    keys.add(Keys.seen(Keys.digest(key)));
    join.ifPresent(phone ->
        names.of(CommitWords.PHONE, Keys.joining(phone)).forEach(n -> keys.add(Keys.phone(n))));
    List<String> found = redis.call(commands -> LOOK.texts(commands, keys, List.of()));
    if (!found.get(0).isEmpty()) {
      Incident incident = incident(found.get(2), found.get(3));
      return new Known(
          Optional.of(new Known.SameAlarm(new AlarmId(found.get(0)), incident)),
          Optional.empty(),
          Optional.empty());
    }
    Optional<IncidentId> indexed =
        Optional.of(found.get(4)).filter(id -> !id.isEmpty()).map(IncidentId::new);
    Optional<Incident> joinable =
        found.get(5).isEmpty()
            ? Optional.empty()
            : Optional.of(incident(found.get(5), found.get(6)));
    return new Known(Optional.empty(), indexed, joinable);
  }

  @Override
  public Optional<Incident> find(IncidentId id) {
    List<KeyValue<String, String>> found =
        redis.call(commands -> commands.hmget(Keys.incident(id), "v", "j"));
    if (!found.get(0).hasValue()) {
      return Optional.empty();
    }
    return Optional.of(incident(found.get(0).getValue(), found.get(1).getValue()));
  }

  /// Those of them that exist, in one way to the store.
  List<Incident> find(Collection<IncidentId> ids) {
    return redis
        .<List<KeyValue<String, String>>>together(commands ->
            ids.stream().map(id -> commands.hmget(Keys.incident(id), "v", "j")).toList())
        .stream()
        .filter(found -> found.get(0).hasValue())
        .map(found -> readable(found.get(0).getValue(), found.get(1).getValue()))
        .flatMap(Optional::stream)
        .toList();
  }

  /// One that cannot be read must not hide the others.
  private static Optional<Incident> readable(String version, String json) {
    try {
      return Optional.of(incident(version, json));
    } catch (DecodeException | IllegalArgumentException | NullPointerException e) {
      LOG.error("an incident is stored in version {} but cannot be read", version, e);
      return Optional.empty();
    }
  }

  @Override
  public Optional<IncidentId> incidentOf(AlarmId alarm) {
    return Optional.ofNullable(redis.<String>call(commands -> commands.get(Keys.alarm(alarm))))
        .map(IncidentId::new);
  }

  @Override
  public boolean commit(Commit commit) {
    long epoch = redis.durability().epoch();
    if (!redis.durability().await(Duration.ZERO)) {
      throw new LogUnavailableException("Redis does not promise durability now");
    }
    if (commit.alarm().isPresent() && shortage().isPresent()) {
      throw new LogUnavailableException("Redis has no room for more alarms");
    }
    boolean stored = stored(words.of(commit));
    if (redis.durability().epoch() != epoch && !redis.durability().await(CONFIRM)) {
      throw new LogUnavailableException("Redis stopped promising durability meanwhile");
    }
    return stored;
  }

  private boolean stored(List<String> change) {
    try {
      return commits.add(change).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      Throwable cause = Optional.ofNullable(e.getCause()).orElse(e);
      redis.room().refused(AlarmRedis.reason(cause));
      throw new LogUnavailableException("Redis: " + AlarmRedis.reason(cause), cause);
    } catch (TimeoutException | CancellationException e) {
      throw new LogUnavailableException("Redis: no answer in time", e);
    } catch (RejectedExecutionException e) {
      throw new LogUnavailableException("too many changes wait for Redis", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LogUnavailableException("interrupted", e);
    }
  }

  private CompletionStage<List<Boolean>> send(List<List<String>> batch) {
    List<String> args = new ArrayList<>(words.head());
    batch.forEach(args::addAll);
    return COMMIT
        .<Long>array(redis.commits(), List.of(Keys.EVENTS), args)
        .thenApply(verdicts -> verdicts.stream().map(verdict -> verdict == 1).toList());
  }

  @Override
  public List<IncidentId> overdue(Instant now, int most) {
    Range<Long> due = Range.create(0L, now.toEpochMilli());
    return redis
        .<List<String>>call(
            commands -> commands.zrangebyscore(Keys.DEADLINE, due, Limit.create(0, most)))
        .stream()
        .map(IncidentId::new)
        .toList();
  }

  @Override
  public void dropDeadline(IncidentId id) {
    redis.<Long>call(commands -> commands.zrem(Keys.DEADLINE, id.value()));
  }

  @Override
  public boolean awaitDurable(Duration atMost) {
    return shortage().isEmpty() && redis.durability().await(atMost);
  }

  @Override
  public Optional<Shortage> shortage() {
    return redis.room().shortage().or(commits::shortage);
  }

  public StoreFigures figures() {
    Room.Seen seen = redis.room().seen();
    return new StoreFigures(
        seen.usedMemory(), seen.maxMemory(), seen.freeDisk(), commits.queuedBytes());
  }

  /// All that are open, and the latest that were closed.
  List<IncidentId> current(int closed) {
    List<IncidentId> ids = new ArrayList<>();
    redis
        .<java.util.Set<String>>call(commands -> commands.smembers(Keys.LIVE))
        .forEach(id -> ids.add(new IncidentId(id)));
    redis
        .<List<String>>call(commands -> commands.zrevrange(Keys.CLOSED, 0, closed - 1L))
        .forEach(id -> ids.add(new IncidentId(id)));
    return ids;
  }

  private static Incident incident(String version, String json) {
    return StoredIncident.read(new JsonObject(json), Long.parseLong(version));
  }
}
