package org.ariane.router.dispatch.redis;

import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.RedisException;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XReadArgs;
import io.lettuce.core.XReadArgs.StreamOffset;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.dispatch.IncidentBoard;
import org.ariane.router.dispatch.LogUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the board up to date: loads what is current, then follows the stream of changes. After
/// each loss of the connection it loads again, so nothing in between is missed.
public final class BoardFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BoardFollower.class);
  private static final Duration BLOCK = Duration.ofSeconds(2);
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final int CLOSED = 200;
  private static final int BATCH = 500;

  private final AlarmRedis redis;
  private final RedisIncidentLog log;
  private final IncidentBoard board;
  private final String server;
  private volatile boolean following;
  private volatile boolean closed;

  public BoardFollower(AlarmRedis redis, RedisIncidentLog log, IncidentBoard board, String server) {
    this.redis = redis;
    this.log = log;
    this.board = board;
    this.server = server;
  }

  public void start(Executor virtualThreads) {
    virtualThreads.execute(() -> {
      while (!closed) {
        follow();
        following = false;
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    });
  }

  /// Whether the board shows what is stored, but for a moment's delay.
  public boolean following() {
    return following;
  }

  private void follow() {
    try {
      follow(redis.dedicated(TIMEOUT));
    } catch (LogUnavailableException | RedisException | CancellationException e) {
      LOG.debug("the board is not followed now: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("the board could not be followed", e);
    }
  }

  private void follow(StatefulRedisConnection<String, String> connection) {
    try {
      RedisCommands<String, String> commands = connection.sync();
      String last = lastId(commands);
      show(log.current(CLOSED));
      following = true;
      while (!closed) {
        List<StreamMessage<String, String>> events = read(commands, last);
        show(
            events.stream()
                .map(StreamMessage::getBody)
                .filter(event -> !server.equals(event.get("by")))
                .flatMap(BoardFollower::changed)
                .distinct()
                .map(IncidentId::new)
                .toList());
        last = events.isEmpty() ? last : events.getLast().getId();
      }
    } finally {
      if (connection.isOpen()) {
        connection.close();
      }
    }
  }

  /// An earlier release wrote one event for each change.
  private static Stream<String> changed(Map<String, String> event) {
    return Optional.ofNullable(event.get("changed"))
        .or(() -> Optional.ofNullable(event.get("id")))
        .stream()
        .flatMap(all -> Stream.of(all.split(" ")))
        .map(one -> one.substring(0, one.indexOf('/') < 0 ? one.length() : one.indexOf('/')));
  }

  @SuppressWarnings("unchecked") // a generic array for the varargs of one stream
  private static List<StreamMessage<String, String>> read(
      RedisCommands<String, String> commands, String after) {
    return commands.xread(
        XReadArgs.Builder.block(BLOCK).count(BATCH), StreamOffset.from(Keys.EVENTS, after));
  }

  private static String lastId(RedisCommands<String, String> commands) {
    var latest = commands.xrevrange(Keys.EVENTS, Range.unbounded(), Limit.create(0, 1));
    return latest.isEmpty() ? "0-0" : latest.getFirst().getId();
  }

  private void show(List<IncidentId> ids) {
    for (int from = 0; from < ids.size(); from += BATCH) {
      log.find(ids.subList(from, Math.min(ids.size(), from + BATCH))).forEach(board::show);
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
